using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Generation;

namespace WaterSim.Benchmarks.Counties;

/// <summary>Which counties are measured: <c>--county [--sizes 1000,10000,100000,1000000] [--rounds 5]</c>.</summary>
/// <param name="Sizes">Nodes.</param>
/// <param name="Rounds">How often everything is measured; the largest counties less often.</param>
/// <param name="IsMeasurer">True in the process of its own that measures the one size there is.</param>
internal sealed record CountyOptions(ImmutableArray<int> Sizes, int Rounds, bool IsMeasurer)
{
    /// <summary>The option that chooses this mode.</summary>
    public const string Mode = "--county";

    /// <summary>The option of the processes that measure one size each.</summary>
    public const string Measurer = "--measure-one";

    /// <summary>What a command line asks for; or null, with the reason written, where it is not understood.</summary>
    public static CountyOptions? Parse(IReadOnlyList<string> args, TextWriter errors)
    {
        const string Usage = $"{Mode} [--sizes 1000,10000,...] [--rounds 5]";
        var options = new CountyOptions([1_000, 10_000, 100_000, 1_000_000], 5, false);
        for (var i = 0; i < args.Count; i++)
        {
            var value = i + 1 < args.Count ? args[i + 1] : "";
            switch (args[i])
            {
                case Mode:
                    break;
                case Measurer:
                    options = options with { IsMeasurer = true };
                    break;
                case "--sizes" when Numbers(value) is { Length: > 0 } sizes:
                    options = options with { Sizes = sizes };
                    i++;
                    break;
                case "--rounds" when int.TryParse(value, CultureInfo.InvariantCulture, out var rounds) && rounds > 0:
                    options = options with { Rounds = rounds };
                    i++;
                    break;
                default:
                    errors.WriteLine($"'{args[i]}' is not understood. {Usage}");
                    return null;
            }
        }

        return options;
    }

    // Empty where one of them is no size of a county.
    private static ImmutableArray<int> Numbers(string list)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        foreach (var text in list.Split(','))
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number is < CountyGenerator.FewestNodes or > CountyGenerator.MostNodes)
            {
                return [];
            }

            numbers.Add(number);
        }

        return numbers.ToImmutable();
    }
}
