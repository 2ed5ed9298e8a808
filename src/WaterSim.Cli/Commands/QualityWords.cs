using System.CommandLine.Parsing;
using WaterSim.Quality;

namespace WaterSim.Cli.Commands;

/// <summary>The words of <c>--quality</c>: what is to be followed through the network.</summary>
internal static class QualityWords
{
    private const string Option = "--quality";
    private const string None = "none";
    private const string TracePrefix = "trace:";
    private const string Choices = "choose among age, trace:ID, blend, chlorine, several with commas between them, or none";

    /// <summary>Reads what is given, by commas and by the option again; every problem is an error of the command line.</summary>
    /// <returns>The analyses, none of them for <c>none</c>; or null where there is an error.</returns>
    public static IReadOnlyList<QualityAnalysis>? Parse(ArgumentResult result)
    {
        var words = result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries)).ToList();
        var analyses = new List<QualityAnalysis>();
        var isSound = true;
        foreach (var word in words)
        {
            if (Is(word, None))
            {
                if (words.Count > 1)
                {
                    Refuse($"{Option} {None}: nothing else can stand beside it; leave it out, or the others.");
                }
            }
            else if (AnalysisOf(word) is not { } analysis)
            {
                Refuse(Is(word, "trace") || Is(word, TracePrefix)
                    ? $"{Option} {word}: the node is missing; say trace:ID, such as trace:R1."
                    : $"{Option} {Shown(word)}: no such analysis; {Choices}.");
            }
            else if (analyses.Contains(analysis))
            {
                Refuse($"{Option} {word}: asked for twice; name each analysis once.");
            }
            else
            {
                analyses.Add(analysis);
            }
        }

        return isSound ? analyses : null;

        void Refuse(string message)
        {
            isSound = false;
            result.AddError(message);
        }
    }

    /// <summary>The words for analyses, as the option takes them.</summary>
    public static string Of(IEnumerable<QualityAnalysis> analyses) =>
        string.Join(',', analyses) is { Length: > 0 } words ? words : None;

    private static QualityAnalysis? AnalysisOf(string word)
    {
        if (word.StartsWith(TracePrefix, StringComparison.OrdinalIgnoreCase))
        {
            return word.Length > TracePrefix.Length ? QualityAnalysis.Trace(word[TracePrefix.Length..]) : null;
        }

        return Is(word, "age") ? QualityAnalysis.Age
            : Is(word, "blend") ? QualityAnalysis.Blend
            : Is(word, "chlorine") || Is(word, "chemical") ? QualityAnalysis.Chemical
            : null;
    }

    private static string Shown(string word) => word.Length > 0 ? word : "\"\"";

    private static bool Is(string word, string name) => string.Equals(word, name, StringComparison.OrdinalIgnoreCase);
}
