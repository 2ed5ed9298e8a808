namespace WaterSim.IO.Inp;

/// <summary>What only pumps have.</summary>
internal struct PumpDraft
{
    public double? Power;
    public int SpeedPattern;
    public int EfficiencyCurve;
    public double? Price;
    public int PricePattern;
}
