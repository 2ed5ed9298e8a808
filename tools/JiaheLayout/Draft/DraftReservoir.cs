namespace JiaheLayout.Draft;

/// <summary>A source of fixed level (m).</summary>
internal sealed record DraftReservoir(string Id, double LevelM, Point Place, string Tag);
