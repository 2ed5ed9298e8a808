namespace JiaheLayout.Draft;

/// <summary>A pipe: length (m), size, loss coefficient, state (Open, Closed or CV), and the bends between its ends.</summary>
internal sealed record DraftPipe(
    string Id, string From, string To, double LengthM, PipeSize Size, double Minor, string State, IReadOnlyList<Point> Bends, string Tag);
