namespace WaterSim.IO.Inp;

/// <summary>What few nodes have, in the file's units.</summary>
internal struct MoreOfNode
{
    public static readonly MoreOfNode None = new() { Tank = -1 };

    public double Emitter;
    public int Tank;
    public string? Tag;
    public string? Comment;
}
