namespace WaterSim.Generation;

/// <summary>A junction while the county is built.</summary>
internal struct DraftNode
{
    /// <summary>Easting, m.</summary>
    public double X;

    /// <summary>Northing, m.</summary>
    public double Y;

    /// <summary>Ground, m.</summary>
    public double Elevation;

    /// <summary>The junction it hangs on; -1: none.</summary>
    public int Parent;

    /// <summary>Mean demand, mL/s.</summary>
    public int Demand;

    /// <summary>Who draws it.</summary>
    public DemandKind Kind;

    /// <summary>True: another junction hangs on it; false: it may be a dead end.</summary>
    public bool LeadsOn;

    /// <summary>What the pipe from the parent is for.</summary>
    public MainClass Main;
}
