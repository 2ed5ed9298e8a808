using System.CommandLine;
using System.CommandLine.Completions;
using WaterSim.Planning.County;

namespace WaterSim.Cli.Commands;

/// <summary>Words that the shell's completion offers from the county that the command line names.</summary>
internal static class CountyWords
{
    /// <summary>What a county has; nothing where it cannot be read.</summary>
    public static Func<CompletionContext, IEnumerable<CompletionItem>> Of(
        Argument<string> county, Func<CountySystem, IEnumerable<string>?> words) => context =>
    {
        var path = context.ParseResult.GetResult(county)?.Tokens is [var token] ? token.Value : null;
        return string.IsNullOrEmpty(path) || CountySystemReader.Load(path).System is not { } system
            ? []
            : words(system)?.Select(word => new CompletionItem(word)) ?? [];
    };
}
