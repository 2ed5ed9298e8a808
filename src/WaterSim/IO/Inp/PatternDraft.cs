namespace WaterSim.IO.Inp;

/// <summary>A pattern as it is read.</summary>
internal sealed class PatternDraft(string id, int line)
{
    public string Id { get; } = id;

    public int Line { get; } = line;

    public string? Comment { get; set; }

    public List<double> Multipliers { get; } = [];
}
