using System.Text.Json;
using WaterSim.Planning.Results;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Report;

/// <summary>What a report is made from: the files of a run folder that its manifest lists, and nothing else.</summary>
internal sealed class ReportSource : IDisposable
{
    public const string ComparisonFile = "comparison.json";

    private readonly Dictionary<string, CsvFile?> _tables = new(StringComparer.Ordinal);
    private readonly JsonDocument _summary;

    private ReportSource(FinishedRun run, JsonDocument summary, ReportKind kind, Phrases phrases)
    {
        (Run, _summary, Kind, Phrases) = (run, summary, kind, phrases);
    }

    public FinishedRun Run { get; }

    public ReportKind Kind { get; }

    public Phrases Phrases { get; }

    /// <summary>The root of <c>summary.json</c>, of a comparison of <c>comparison.json</c>.</summary>
    public JsonElement Summary => _summary.RootElement;

    /// <summary>Name of the file that <see cref="Summary"/> is of.</summary>
    public string SummaryFile => Kind == ReportKind.Comparison ? ComparisonFile : RunSummaryJson.FileName;

    /// <summary>Where everything lies, or null where the folder does not tell.</summary>
    public MapData? Map { get; private set; }

    /// <summary>Reads what every report needs.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="JsonException">A file is no JSON.</exception>
    /// <exception cref="InvalidDataException">A file is not what the manifest says.</exception>
    public static ReportSource Read(FinishedRun run, bool isChinese)
    {
        var isComparison = run.Has(ComparisonFile);
        var file = isComparison ? ComparisonFile : RunSummaryJson.FileName;
        if (!run.Has(file))
        {
            throw new InvalidDataException($"there is no {file} among its files");
        }

        var summary = JsonDocument.Parse(File.ReadAllBytes(run.PathOf(file)));
        var kind = summary.RootElement.Text("schema").Split('/')[0] switch
        {
            "watersim-comparison" => ReportKind.Comparison,
            "watersim-year" => ReportKind.Year,
            "watersim-summary" => ReportKind.Run,
            _ => throw new InvalidDataException($"{file} is of no kind that is known"),
        };
        var source = new ReportSource(run, summary, kind, new Phrases(isChinese, isSteady: summary.RootElement.Number("reported_times") is 1));
        if (run.Has(RunMap.FileName))
        {
            using var map = JsonDocument.Parse(File.ReadAllBytes(run.PathOf(RunMap.FileName)));
            source.Map = MapData.Of(map.RootElement, source.Phrases);
        }

        return source;
    }

    /// <summary>A table of the folder, or null where it has none of that name.</summary>
    public CsvFile? Table(string name)
    {
        if (!_tables.TryGetValue(name, out var table))
        {
            var file = name + ".csv";
            _tables.Add(name, table = Run.Has(file) ? CsvFile.Read(Run.PathOf(file), file) : null);
        }

        return table;
    }

    /// <summary>A name in the report's language from a table with columns <c>name</c> and <c>name_zh</c>.</summary>
    public string NameIn(CsvFile table, int row) =>
        Phrases.IsChinese && table.Text(row, "name_zh") is { Length: > 0 } zh ? zh
        : table.Text(row, "name") is { Length: > 0 } en ? en
        : table.Text(row, "id");

    /// <summary>What the scenario of the run calls itself, in the report's language where it has that; null where none was run.</summary>
    public string? ScenarioName => OptionInLanguage("scenario-name");

    /// <summary>What the scenario of the run says of itself, or null.</summary>
    public string? ScenarioDescription => OptionInLanguage("scenario-description");

    /// <summary>Name of the town of that id; the id where nothing tells.</summary>
    public string TownOf(string id) => Map?.Towns.FirstOrDefault(t => t.Id == id)?.Name ?? id;

    /// <summary>An option of the manifest that may stand there in Chinese too, or null.</summary>
    public string? OptionInLanguage(string option) =>
        (Phrases.IsChinese ? Run.OptionOf(option + "-zh") : null) ?? Run.OptionOf(option);

    public void Dispose() => _summary.Dispose();
}
