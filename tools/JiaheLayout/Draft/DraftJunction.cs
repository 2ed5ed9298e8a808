namespace JiaheLayout.Draft;

/// <summary>A junction with its ground level (m).</summary>
internal sealed record DraftJunction(string Id, double GroundM, Point Place, string Tag);
