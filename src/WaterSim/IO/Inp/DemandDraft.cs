namespace WaterSim.IO.Inp;

/// <summary>A demand category; <c>Next</c> is the same junction's next one, or -1.</summary>
internal struct DemandDraft
{
    public double Base;
    public int Pattern;
    public string? Category;
    public int Next;
}
