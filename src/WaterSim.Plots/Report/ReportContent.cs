namespace WaterSim.Plots.Report;

/// <summary>What a page says, ready to be written.</summary>
internal sealed record ReportContent
{
    /// <summary>The county, or empty for a plain network.</summary>
    public required string Place { get; init; }

    /// <summary>What was run.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about, as its author put it; may be empty.</summary>
    public required string About { get; init; }

    /// <summary>When, how long, by what.</summary>
    public required string Facts { get; init; }

    /// <summary>The answer in sentences, the most important first.</summary>
    public required List<string> Answers { get; init; }

    /// <summary>Key figures: name, value, unit, and what stands below.</summary>
    public required List<(string Name, string Value, string Unit, string Note)> Key { get; init; }

    /// <summary>What the map can show; the first at the start. Empty: no map.</summary>
    public required List<MapQuantity> Quantities { get; init; }

    /// <summary>Tables under their headings.</summary>
    public required List<(string Id, string Title, List<ReportTable> Tables)> Sections { get; init; }
}
