namespace WaterSim.Plots.Drawing;

/// <summary>What the sample beside a legend's text looks like.</summary>
internal enum SampleKind
{
    Area,
    Line,
    Dashed,
    Dot,
}
