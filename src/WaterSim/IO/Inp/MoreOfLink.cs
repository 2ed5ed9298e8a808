namespace WaterSim.IO.Inp;

/// <summary>What few links have, in the file's units.</summary>
internal struct MoreOfLink
{
    public static readonly MoreOfLink None = new() { Curve = -1, Pump = -1, LastVertex = -1 };

    public double Setting;
    public int Curve;
    public int Pump;
    public int LastVertex;
    public int VertexCount;
    public string? Tag;
    public string? Comment;
}
