namespace WaterSim.IO.Inp;

/// <summary>A tank's shape, in the file's units.</summary>
internal struct TankDraft
{
    public double InitialLevel;
    public double MinimumLevel;
    public double MaximumLevel;
    public double Diameter;
    public double MinimumVolume;
    public int Curve;
    public bool CanOverflow;
}
