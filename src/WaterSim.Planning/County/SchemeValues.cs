using System.Collections.Immutable;
using System.Globalization;

namespace WaterSim.Planning.County;

/// <summary>Values of <c>demand:</c> and <c>dispatch:</c> beyond what <see cref="MapBinder"/> takes; the same harmless values where the file gives none.</summary>
internal sealed class SchemeValues(DiagnosticBag bag)
{
    /// <summary>A number from one to another, both included; the harmless value where there is none or it lies outside.</summary>
    public double Between(MapBinder binder, string key, double least, double most, double otherwise, bool required = true)
    {
        if (binder.Number(key, required) is not { } number)
        {
            return otherwise;
        }

        if (number >= least && number <= most)
        {
            return number;
        }

        OutOfRange(binder, key, Show(number), FormattableString.Invariant($"It must be from {least} to {most}."));
        return otherwise;
    }

    /// <summary>A number that is not negative; null where there is none or it is.</summary>
    public double? NotNegative(MapBinder binder, string key, bool required = false)
    {
        if (binder.Number(key, required) is not { } number)
        {
            return null;
        }

        if (number >= 0)
        {
            return number;
        }

        OutOfRange(binder, key, Show(number), "It must be at least 0.");
        return null;
    }

    /// <summary>A whole number from one to another, both included.</summary>
    public int Whole(MapBinder binder, string key, int least, int most)
    {
        if (binder.Text(key) is not { } text)
        {
            return least;
        }

        if (!text.IsPlain || !long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            binder.WrongType(text, key, "a whole number");
            return least;
        }

        if (number >= least && number <= most)
        {
            return (int)number;
        }

        OutOfRange(binder, key, number.ToString(CultureInfo.InvariantCulture), FormattableString.Invariant($"It must be from {least} to {most}."));
        return least;
    }

    /// <summary>True or false; false where there is none.</summary>
    public static bool Flag(MapBinder binder, string key)
    {
        if (binder.Text(key, required: false) is not { } text)
        {
            return false;
        }

        if (text is { IsPlain: true, Value: "true" or "false" })
        {
            return text.Value == "true";
        }

        binder.WrongType(text, key, "true or false");
        return false;
    }

    /// <summary>A day; null where there is none that can be read.</summary>
    public static DateOnly? Date(MapBinder binder, string key)
    {
        if (binder.Text(key) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        binder.WrongType(text, key, "a day of the calendar such as 2026-03-01");
        return null;
    }

    /// <summary>The single values of a list, none of them empty; null where there is no list.</summary>
    public static List<YamlText>? Texts(MapBinder binder, string key, bool required, string wanted)
    {
        var value = binder.Value(key, required);
        if (value is null)
        {
            return null;
        }

        if (value is not YamlList list)
        {
            binder.WrongType(value, key, wanted);
            return null;
        }

        var texts = new List<YamlText>(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (item is YamlText { IsNull: false } text)
            {
                texts.Add(text);
            }
            else
            {
                binder.WrongType(item, key, "a single value in each place");
            }
        }

        return texts;
    }

    /// <summary>A piece of the part that is a mapping; null where there is none.</summary>
    public MapBinder? Part(MapBinder binder, string key, bool required, string wanted)
    {
        var value = binder.Value(key, required);
        if (value is YamlMap map)
        {
            return new MapBinder(map, $"{binder.Element} {key}", bag);
        }

        if (value is not null)
        {
            binder.WrongType(value, key, wanted);
        }

        return null;
    }

    public static CommunityClass Class(MapBinder binder) =>
        binder.Word("class", ("urban", CommunityClass.Urban), ("rural", CommunityClass.Rural));

    public static WaterUse Use(MapBinder binder) =>
        binder.Word("use", ("domestic", WaterUse.Domestic), ("public", WaterUse.Public), ("industry", WaterUse.Industry));

    /// <summary>Reports a number that lies outside its range, where it stands.</summary>
    public void OutOfRange(MapBinder binder, string key, string number, string remedy) =>
        Fault("WS4010", binder, key, $"{key} is {number}", remedy);

    /// <summary>Reports a fault where the value of a key stands, or the mapping where it has none.</summary>
    public void Fault(string code, MapBinder binder, string key, string message, string remedy)
    {
        var at = binder.Map.Find(key) ?? binder.Map;
        bag.Error(code, at.Line, at.Column, message, remedy, binder.Element);
    }

    public static string Show(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Numbers of a list, each finite; NaN in the place of what is none, which is reported.</summary>
    public static ImmutableArray<double> Numbers(MapBinder binder, string key, IReadOnlyList<YamlText> texts)
    {
        var numbers = ImmutableArray.CreateBuilder<double>(texts.Count);
        foreach (var text in texts)
        {
            if (text.IsPlain && double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number))
            {
                numbers.Add(number);
            }
            else
            {
                binder.WrongType(text, key, "a number in each place");
                numbers.Add(double.NaN);
            }
        }

        return numbers.MoveToImmutable();
    }
}
