namespace JiaheLayout.Facts;

/// <summary>A trunk main of ductile iron between two joints, with its nominal diameter (mm).</summary>
internal sealed record TrunkMain(string From, string To, int Dn);
