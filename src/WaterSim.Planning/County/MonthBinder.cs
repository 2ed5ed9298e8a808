using System.Collections.Immutable;
using System.Globalization;

namespace WaterSim.Planning.County;

/// <summary>Takes lists of twelve monthly values.</summary>
internal static class MonthBinder
{
    private const int Count = 12;

    /// <summary>How far percentages that were rounded may be from 100.</summary>
    private const double Rounding = 0.1;

    /// <summary>Twelve values, 0 or more; or a single one for all months where that is allowed.</summary>
    /// <param name="binder">The mapping.</param>
    /// <param name="key">The key.</param>
    /// <param name="required">Whether it must be there.</param>
    /// <param name="mayBeOne">Whether a single number may stand for all.</param>
    /// <param name="bag">Takes what is wrong.</param>
    /// <returns>The twelve, or none where the file gives none that hold.</returns>
    public static ImmutableArray<double> Values(MapBinder binder, string key, bool required, bool mayBeOne, DiagnosticBag bag)
    {
        if (binder.Value(key, required) is not { } value)
        {
            return [];
        }

        if (mayBeOne && value is YamlText single)
        {
            return Number(binder, key, single, bag) is { } one ? [.. Enumerable.Repeat(one, Count)] : [];
        }

        if (value is not YamlList list)
        {
            binder.WrongType(value, key, mayBeOne ? "a number, or a list of twelve, January first" : "a list of twelve numbers, January first");
            return [];
        }

        if (list.Items.Count != Count)
        {
            bag.Error(
                "WS4035", list.Line, list.Column, string.Create(CultureInfo.InvariantCulture, $"{key} has {list.Items.Count} values"),
                "Give twelve, January first.", binder.Element);
            return [];
        }

        var made = ImmutableArray.CreateBuilder<double>(Count);
        foreach (var item in list.Items)
        {
            if (Number(binder, key, item, bag) is { } number)
            {
                made.Add(number);
            }
        }

        return made.Count == Count ? made.MoveToImmutable() : [];
    }

    /// <summary>Twelve shares from percentages that add up to 100 but for rounding, which is shared out.</summary>
    public static ImmutableArray<double> Percentages(MapBinder binder, string key, DiagnosticBag bag)
    {
        var percent = Values(binder, key, required: true, mayBeOne: false, bag);
        if (percent.Length == 0)
        {
            return [];
        }

        var sum = percent.Sum();
        if (Math.Abs(sum - 100) > Rounding * (1 + 1e-9))
        {
            var at = binder.Map.Find(key)!;
            bag.Error(
                "WS4036", at.Line, at.Column, string.Create(CultureInfo.InvariantCulture, $"{key} adds up to {Math.Round(sum, 6)}"),
                "Let the twelve add up to 100.", binder.Element);
            return [];
        }

        return [.. percent.Select(p => p / sum)];
    }

    private static double? Number(MapBinder binder, string key, YamlValue value, DiagnosticBag bag)
    {
        if (value is not YamlText { IsNull: false, IsPlain: true } text
            || !double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number))
        {
            binder.WrongType(value, key, "a number in each place");
            return null;
        }

        if (number < 0)
        {
            bag.Error(
                "WS4010", text.Line, text.Column, string.Create(CultureInfo.InvariantCulture, $"{key} has {number}"),
                "It must be at least 0.", binder.Element);
            return null;
        }

        return number;
    }
}
