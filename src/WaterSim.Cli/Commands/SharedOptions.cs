using System.CommandLine;

namespace WaterSim.Cli.Commands;

/// <summary>Options that several commands have: one name, one meaning.</summary>
internal static class SharedOptions
{
    /// <summary>Where to write.</summary>
    public static Option<string?> Out(string helpName, string description) =>
        new("--out", "-o") { Description = description, HelpName = helpName };

    /// <summary>The language, <c>en</c> or <c>zh</c>.</summary>
    public static Option<string> Language(string description = "Language of names and figures.") =>
        new Option<string>("--lang") { Description = description, DefaultValueFactory = _ => "en" }.Choosing(("en", "en"), ("zh", "zh"));

    /// <summary>For programs instead of people.</summary>
    public static Option<bool> Json(string description = "Print one JSON object, nothing else.") => new("--json") { Description = description };

    /// <summary>Neither results, progress, warnings nor notices are printed.</summary>
    public static Option<bool> Quiet() => new("--quiet", "-q") { Description = "Print nothing but errors." };

    /// <summary>Warnings end with <see cref="ExitCode.NotConverged"/>.</summary>
    public static Option<bool> Strict() => new("--strict") { Description = "End with code 2 where there is any warning." };
}
