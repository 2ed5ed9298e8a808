namespace JiaheLayout.Draft;

/// <summary>
/// The pipes of the county (assumed): polyethylene PE100 SDR17, named by its outer diameter, inner = 15/17 of it, C 140; ductile
/// iron, taken at its nominal bore, C 120.
/// </summary>
internal static class PipeSizes
{
    public static readonly PipeSize[] Village =
        [Pe(63), Pe(75), Pe(90), Pe(110), Pe(125), Pe(140), Pe(160), Iron(200), Iron(250), Iron(300), Iron(400)];

    public static readonly PipeSize[] Town = [Iron(150), Iron(200), Iron(250), Iron(300), Iron(400)];

    public static PipeSize Iron(int dn) => new($"DN{dn}", dn, 120);

    public static PipeSize Pe(int dn) => new($"dn{dn}", Math.Round(dn * 15 / 17.0, 1), 140);

    /// <summary>The smallest pipe that loses no more than <paramref name="slope"/> (m per m) at a flow (L/s).</summary>
    public static PipeSize Choose(PipeSize[] sizes, double lps, double slope) =>
        Array.Find(sizes, s => s.Slope(lps) <= slope) ?? sizes[^1];
}
