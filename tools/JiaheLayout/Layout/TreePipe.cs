using JiaheLayout.Draft;

namespace JiaheLayout.Layout;

/// <summary>A pipe of a branching network before it has a size; <paramref name="Lps"/> is the peak drawn at its far end.</summary>
internal sealed record TreePipe(string From, string To, List<Point> Bends, double LengthM, double Lps);
