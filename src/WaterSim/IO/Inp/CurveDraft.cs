using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>A curve as it is read, in the file's units.</summary>
internal sealed class CurveDraft(string id, int line)
{
    public string Id { get; } = id;

    public int Line { get; } = line;

    public string? Comment { get; set; }

    /// <summary>The kind that the file itself names beside a point, or unused.</summary>
    public CurveKind StatedKind { get; set; }

    public List<CurvePoint> Points { get; } = [];
}
