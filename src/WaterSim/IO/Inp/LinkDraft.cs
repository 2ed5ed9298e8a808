using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>A link as the file gives it, in the file's units.</summary>
internal struct LinkDraft
{
    public string Id;
    public LinkKind Kind;
    public ValveKind Valve;
    public int Line;
    public int From;
    public int To;
    public double Length;
    public double Diameter;
    public double Roughness;
    public double MinorLoss;
    public double Setting;
    public bool HasCheckValve;
    public LinkStatus Status;
    public int Curve;
    public int Pump;
    public int FirstVertex;
    public int LastVertex;
    public int VertexCount;
    public string? Tag;
    public string? Comment;
}
