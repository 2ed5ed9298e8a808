namespace JiaheLayout.Draft;

/// <summary>A curve with the words that head it in the file.</summary>
internal sealed record DraftCurve(string Id, string Note, IReadOnlyList<(double X, double Y)> Points);
