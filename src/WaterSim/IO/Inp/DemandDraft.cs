namespace WaterSim.IO.Inp;

/// <summary>A demand of [DEMANDS]; <c>Next</c> is the same junction's next one, the first one after the last.</summary>
internal struct DemandDraft
{
    public double Base;
    public int Pattern;
    public string? Category;
    public int Next;
}
