using System.Collections.Immutable;
using System.Text.Json;
using System.Xml;
using WaterSim.Model;
using WaterSim.Planning.Results;

namespace WaterSim.Plots.Report;

/// <summary>
/// A report of a run, a year or a comparison as one HTML page: summary, map to move about in, tables, figures, and where every number
/// comes from. The page needs no network, fetches nothing and holds no text that a browser could take for markup.
/// </summary>
public sealed record HtmlReport
{
    private HtmlReport()
    {
    }

    /// <summary>The page, UTF-8; empty where <see cref="Diagnostics"/> hold an error.</summary>
    public ReadOnlyMemory<byte> Html { get; private init; }

    /// <summary>What is wrong with the folder, every file of it that is missing or altered; empty where the page was made.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; private init; } = [];

    /// <summary>True where there is no page.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Makes the report of a folder.</summary>
    /// <param name="folder">Folder that <c>watersim run</c>, <c>year</c> or <c>compare</c> has written.</param>
    /// <param name="language">Language of the page. Figures are in that of the run.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static HtmlReport Of(string folder, FigureLanguage language = FigureLanguage.English)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var (run, found) = FinishedRun.Open(folder);
        if (run is null)
        {
            return new HtmlReport { Diagnostics = found };
        }

        // Hashes are counted while the page is made; a page of altered files is thrown away.
        var check = Task.Run(run.Check);
        byte[] html = [];
        string? mistake = null;
        try
        {
            using var source = ReportSource.Read(run, language == FigureLanguage.Chinese);
            html = new ReportPage(source).Make();
        }
        catch (Exception e) when (e is JsonException or XmlException or InvalidDataException or InvalidOperationException or FormatException
            or KeyNotFoundException or FileNotFoundException or DirectoryNotFoundException)
        {
            mistake = e.Message;
        }

        found = check.GetAwaiter().GetResult();
        if (found.IsEmpty && mistake is not null)
        {
            found =
            [
                new Diagnostic
                {
                    Code = "WS6101",
                    Severity = DiagnosticSeverity.Error,
                    Element = "report",
                    Message = $"the files of '{folder}' do not fit together: {mistake}",
                    Remedy = "Make the run again with this version of watersim.",
                },
            ];
        }

        return found.IsEmpty ? new HtmlReport { Html = html } : new HtmlReport { Diagnostics = found };
    }
}
