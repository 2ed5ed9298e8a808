using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace WaterSim.Cli.Commands;

/// <summary>How the words after options are read, and what is said of those that cannot be.</summary>
internal static class OptionWords
{
    /// <summary>A whole number from 1 up.</summary>
    public static Func<ArgumentResult, int?> Count(string name, int atMost, int atLeast = 1) => result =>
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= atLeast && value <= atMost)
        {
            return value;
        }

        result.AddError($"{name} {text}: not a whole number from {atLeast} to {atMost}.");
        return null;
    };

    /// <summary>One of some words, named by help, offered by the shell's completion, and nothing else.</summary>
    public static Option<T> Choosing<T>(this Option<T> option, params (string Word, T Value)[] choices)
    {
        option.HelpName = string.Join('|', choices.Select(c => c.Word));
        option.CustomParser = Choice(option.Name, choices);
        option.CompletionSources.Clear();
        option.CompletionSources.Add([.. choices.Select(c => c.Word)]);
        return option;
    }

    private static Func<ArgumentResult, T?> Choice<T>(string name, (string Word, T Value)[] choices) => result =>
    {
        var text = result.Tokens[0].Value;
        foreach (var (word, value) in choices)
        {
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        result.AddError($"{name} {text}: choose {string.Join(" or ", choices.Select(c => c.Word))}.");
        return default;
    };

    /// <summary>A day of the calendar, as ISO 8601 writes it and no other way.</summary>
    public static Func<ArgumentResult, DateOnly?> Day(string name, int firstYear, int lastYear) => result =>
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && text.All(char.IsAscii))
        {
            if (day.Year >= firstYear && day.Year <= lastYear)
            {
                return day;
            }

            result.AddError($"{name} {text}: the year must be from {firstYear} to {lastYear}.");
            return null;
        }

        result.AddError($"{name} {text}: not a day; write it as 2026-01-31.");
        return null;
    };
}
