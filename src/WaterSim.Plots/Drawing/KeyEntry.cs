using SkiaSharp;

namespace WaterSim.Plots.Drawing;

/// <summary>One line of a legend.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Color">Colour of its sample.</param>
/// <param name="Kind">Shape of its sample.</param>
internal readonly record struct KeyEntry(string Text, SKColor Color, SampleKind Kind = SampleKind.Area);
