using SkiaSharp;

namespace WaterSim.Plots.Map;

/// <summary>One of the sources that a blend map tells apart.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Delivered">Its share of all water delivered, 0 to 1.</param>
internal sealed record BlendSource(string Name, SKColor Color, double Delivered);
