using WaterSim.Model;

namespace WaterSim.Cli.Output;

/// <summary>Prints diagnostics as compilers do, one to a line.</summary>
internal static class DiagnosticWriter
{
    /// <summary>Warnings or notices of one code that are printed before the rest is only counted.</summary>
    public const int MostPerCode = 10;

    /// <summary>Prints every error, and of each other code the first <see cref="MostPerCode"/>.</summary>
    /// <param name="terminal">Where to write; colours only where a person watches.</param>
    /// <param name="diagnostics">What to print, in this order.</param>
    /// <param name="restIsIn">Where all of them are to be found, or null where nothing was written.</param>
    /// <param name="mostPerCode">How many of one code are printed at most, errors apart.</param>
    public static void Write(
        Terminal terminal, IReadOnlyList<Diagnostic> diagnostics, string? restIsIn = null, int mostPerCode = MostPerCode)
    {
        var printed = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var diagnostic in diagnostics)
        {
            var count = printed[diagnostic.Code] = printed.GetValueOrDefault(diagnostic.Code) + 1;
            if (diagnostic.Severity == DiagnosticSeverity.Error || count <= mostPerCode)
            {
                terminal.Error.WriteLine(Coloured(terminal, diagnostic));
            }
        }

        foreach (var (code, count) in printed.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var isError = diagnostics.First(d => d.Code == code).Severity == DiagnosticSeverity.Error;
            if (count > mostPerCode && !isError)
            {
                var where = restIsIn is null ? "" : $"; all of them are in {restIsIn}";
                terminal.Error.WriteLine($"... and {count - mostPerCode} more of {code}{where}");
            }
        }
    }

    private static string Coloured(Terminal terminal, Diagnostic diagnostic)
    {
        var text = diagnostic.ToString();
        if (!terminal.ErrorIsTerminal || !terminal.AllowsColour)
        {
            return text;
        }

        var (word, colour) = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => ("error", "31"),
            DiagnosticSeverity.Warning => ("warning", "33"),
            _ => ("notice", "36"),
        };
        var label = $"{word} {diagnostic.Code}";
        var at = text.IndexOf(label, StringComparison.Ordinal);
        return $"{text[..at]}\u001b[1;{colour}m{label}\u001b[0m{text[(at + label.Length)..]}";
    }
}
