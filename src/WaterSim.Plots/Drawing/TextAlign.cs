namespace WaterSim.Plots.Drawing;

/// <summary>Which end of a text stands at its point.</summary>
internal enum TextAlign
{
    Left,
    Center,
    Right,
}
