using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>A node as the file gives it, in the file's units.</summary>
internal struct NodeDraft
{
    public string Id;
    public NodeKind Kind;
    public int Line;
    public double Elevation;
    public double Emitter;
    public int FirstDemand;
    public int LastDemand;
    public bool HasOwnDemand;
    public int Pattern;
    public int Tank;
    public MapPoint? Position;
    public string? Tag;
    public string? Comment;
}
