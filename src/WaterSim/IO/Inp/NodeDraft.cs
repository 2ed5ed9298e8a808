namespace WaterSim.IO.Inp;

/// <summary>A node as the file gives it, in the file's units. There are as many as nodes: what few have stands elsewhere.</summary>
internal struct NodeDraft
{
    public string Id;

    public double Elevation;

    /// <summary>The demand of the junction's own line, where <see cref="HasOwnDemand"/>.</summary>
    public double Demand;

    public double X;

    public double Y;

    public int Line;

    /// <summary>Pattern of the own demand, or of a reservoir's head; -1: none.</summary>
    public int Pattern;

    /// <summary>The last demand of [DEMANDS]; -1: none.</summary>
    public int LastDemand;

    /// <summary>What few nodes have (<see cref="InpSession.More(ref NodeDraft)"/>); -1: nothing.</summary>
    public int More;

    public NodeKind Kind;

    /// <summary>True: the demand is that of the junction's own line.</summary>
    public bool HasOwnDemand;

    /// <summary>True: <see cref="X"/> and <see cref="Y"/> are given.</summary>
    public bool HasPosition;
}
