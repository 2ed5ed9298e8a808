using System.Collections.Immutable;
using System.Globalization;

namespace WaterSim.Benchmarks.Comparing;

/// <summary>What is compared: <c>--compare [--networks jiahe,L-TOWN,path/to/file.inp] [--seconds 5]</c>.</summary>
/// <param name="Networks">Names of networks, or paths of INP files.</param>
/// <param name="Budget">Time for the rounds of a row, unless its fewest rounds take longer.</param>
internal sealed record ComparisonOptions(ImmutableArray<string> Networks, TimeSpan Budget)
{
    /// <summary>The option that chooses this mode.</summary>
    public const string Mode = "--compare";

    /// <summary>What a command line asks for; or null, with the reason written, where it is not understood.</summary>
    public static ComparisonOptions? Parse(IReadOnlyList<string> args, TextWriter errors)
    {
        const string Usage = $"{Mode} [--networks NAME,FILE.inp,...] [--seconds 5]";
        var options = new ComparisonOptions([.. BenchmarkNetworks.Names], TimeSpan.FromSeconds(5));
        for (var i = 0; i < args.Count; i++)
        {
            var value = i + 1 < args.Count ? args[i + 1] : "";
            switch (args[i])
            {
                case Mode:
                    break;
                case "--networks" when value.Length > 0:
                    options = options with { Networks = [.. value.Split(',')] };
                    i++;
                    break;
                case "--seconds" when double.TryParse(value, CultureInfo.InvariantCulture, out var s) && s > 0:
                    options = options with { Budget = TimeSpan.FromSeconds(s) };
                    i++;
                    break;
                default:
                    errors.WriteLine($"'{args[i]}' is not understood. {Usage}");
                    return null;
            }
        }

        foreach (var name in options.Networks)
        {
            if (!File.Exists(BenchmarkNetworks.PathOf(name)))
            {
                errors.WriteLine($"There is no network '{name}': no file {BenchmarkNetworks.PathOf(name)}");
                return null;
            }
        }

        return options;
    }
}
