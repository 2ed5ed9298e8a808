using System.Collections.Immutable;
using System.Globalization;

namespace WaterSim.Planning.County;

/// <summary>
/// Takes the values of one YAML mapping by key and reports, with its place, each that is missing, of the wrong type or
/// not asked for. Every getter returns a harmless value where the file gives none, so that one pass finds all faults.
/// </summary>
internal sealed class MapBinder(YamlMap map, string? element, DiagnosticBag bag)
{
    private const int LongestId = 64;
    private const int LongestName = 200;

    private readonly List<string> _known = [];

    /// <summary>What messages call it, such as <c>town ZQ</c>, or null for the file itself.</summary>
    public string? Element { get; set; } = element;

    public YamlMap Map => map;

    /// <summary>The value of a key; null, and reported where it is required, where there is none.</summary>
    public YamlValue? Value(string key, bool required)
    {
        if (!_known.Contains(key, StringComparer.Ordinal))
        {
            _known.Add(key);
        }

        var value = map.Find(key);
        if (value is null or YamlText { IsNull: true })
        {
            if (required)
            {
                var at = value ?? map;
                bag.Error("WS4007", at.Line, at.Column, $"'{key}' is missing", $"Add '{key}: ...'.", Element);
            }

            return null;
        }

        return value;
    }

    public YamlText? Text(string key, bool required = true)
    {
        var value = Value(key, required);
        if (value is null or YamlText)
        {
            return (YamlText?)value;
        }

        WrongType(value, key, "a single value");
        return null;
    }

    /// <summary>A number, finite; the default where there is none.</summary>
    public double? Number(string key, bool required = true)
    {
        if (Text(key, required) is not { } text)
        {
            return null;
        }

        if (text.IsPlain
            && double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number))
        {
            return number;
        }

        WrongType(text, key, "a number");
        return null;
    }

    /// <summary>A number above a limit, or at it where that is allowed.</summary>
    public double NumberAbove(string key, double limit, bool inclusive, double otherwise)
    {
        if (Number(key) is not { } number)
        {
            return otherwise;
        }

        if (number > limit || (inclusive && number == limit))
        {
            return number;
        }

        var at = map.Find(key)!;
        bag.Error(
            "WS4010", at.Line, at.Column,
            string.Create(CultureInfo.InvariantCulture, $"{key} is {number}"),
            string.Create(CultureInfo.InvariantCulture, $"It must be {(inclusive ? "at least" : "more than")} {limit}."),
            Element);
        return otherwise;
    }

    /// <summary>A count of people or villages, 0 or more; null where the file gives none that holds.</summary>
    public int? Count(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (!text.IsPlain || !long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
        {
            WrongType(text, key, "a whole number");
            return null;
        }

        if (count is >= 0 and <= int.MaxValue)
        {
            return (int)count;
        }

        bag.Error(
            "WS4010", text.Line, text.Column, string.Create(CultureInfo.InvariantCulture, $"{key} is {count}"),
            $"It must be from 0 to {int.MaxValue}.", Element);
        return null;
    }

    /// <summary>One of a few words.</summary>
    public T Word<T>(string key, params ReadOnlySpan<(string Word, T Value)> words)
    {
        if (Text(key) is not { } text)
        {
            return words[0].Value;
        }

        foreach (var (word, value) in words)
        {
            if (string.Equals(word, text.Value, StringComparison.Ordinal))
            {
                return value;
            }
        }

        var choices = new List<string>(words.Length);
        foreach (var (word, _) in words)
        {
            choices.Add(word);
        }

        bag.Error(
            "WS4011", text.Line, text.Column, $"{key} is '{Printable.Text(text.Value)}'",
            $"Write one of: {string.Join(", ", choices)}.", Element);
        return words[0].Value;
    }

    /// <summary>A name in English and perhaps Chinese.</summary>
    public LocalizedName Name(string key)
    {
        var value = Value(key, required: true);
        if (value is null)
        {
            return new LocalizedName("");
        }

        if (value is not YamlMap names)
        {
            WrongType(value, key, "a mapping such as { en: Panjiang, zh: 盘江 }");
            return new LocalizedName("");
        }

        var binder = new MapBinder(names, Element, bag);
        var made = new LocalizedName(
            CleanText(binder.Text("en"), "en") ?? "", CleanText(binder.Text("zh", required: false), "zh"));
        binder.Finish();
        return made;
    }

    /// <summary>An id, with its place; null where the file gives none that holds.</summary>
    public YamlText? Id(string key, bool required = true) =>
        Text(key, required) is { } text && IsId(text, key) ? text : null;

    /// <summary>A list of ids, with their places; repeated ids are reported.</summary>
    public IReadOnlyList<YamlText> Ids(string key, bool required, bool mayBeEmpty)
    {
        var value = Value(key, required);
        if (value is null)
        {
            return [];
        }

        if (value is not YamlList list)
        {
            WrongType(value, key, "a list of ids such as [A, B]");
            return [];
        }

        if (list.Items.Count == 0 && !mayBeEmpty)
        {
            bag.Error("WS4007", list.Line, list.Column, $"'{key}' lists nothing", "Name at least one id.", Element);
        }

        var ids = new List<YamlText>(list.Items.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (item is not YamlText { IsNull: false } text)
            {
                WrongType(item, key, "an id in each place");
            }
            else if (IsId(text, key))
            {
                if (seen.Add(text.Value))
                {
                    ids.Add(text);
                }
                else
                {
                    bag.Error(
                        "WS4013", text.Line, text.Column, $"{key} names '{Printable.Text(text.Value)}' twice",
                        "Remove one.", Element);
                }
            }
        }

        return ids;
    }

    /// <summary>The mappings of a list; what is none is reported.</summary>
    public IEnumerable<YamlMap> Maps(string key, bool required)
    {
        var value = Value(key, required);
        if (value is null)
        {
            yield break;
        }

        if (value is not YamlList list)
        {
            WrongType(value, key, "a list, each entry beginning with '- '");
            yield break;
        }

        foreach (var item in list.Items)
        {
            if (item is YamlMap entry)
            {
                yield return entry;
            }
            else
            {
                WrongType(item, key, "a mapping such as { id: ..., ... } in each place");
            }
        }
    }

    /// <summary>Reports the keys that nothing asked for.</summary>
    public void Finish()
    {
        foreach (var (key, _) in map.Entries)
        {
            if (!_known.Contains(key.Value, StringComparer.Ordinal))
            {
                bag.Error(
                    "WS4006", key.Line, key.Column, $"key '{Printable.Text(key.Value)}' is not known here",
                    $"Known are: {string.Join(", ", _known)}.", Element);
            }
        }
    }

    public void WrongType(YamlValue at, string key, string wanted)
    {
        var got = at is YamlText { IsNull: false } text ? $"'{Printable.Text(text.Value)}'" : at.Kind;
        bag.Error("WS4009", at.Line, at.Column, $"{key} is {got}", $"It must be {wanted}.", Element);
    }

    private string? CleanText(YamlText? text, string key)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Value.Length is > 0 and <= LongestName && !string.IsNullOrWhiteSpace(text.Value)
            && Printable.IsClean(text.Value))
        {
            return text.Value;
        }

        bag.Error(
            "WS4012", text.Line, text.Column, $"{key} '{Printable.Text(text.Value)}' cannot be shown",
            FormattableString.Invariant($"A name has 1 to {LongestName} characters and no control characters."), Element);
        return null;
    }

    private bool IsId(YamlText text, string key)
    {
        if (text.Value.Length is > 0 and <= LongestId
            && !text.Value.Any(char.IsWhiteSpace) && Printable.IsClean(text.Value))
        {
            return true;
        }

        bag.Error(
            "WS4012", text.Line, text.Column, $"{key} '{Printable.Text(text.Value)}' is no id",
            FormattableString.Invariant($"An id has 1 to {LongestId} characters without spaces or control characters."), Element);
        return false;
    }
}
