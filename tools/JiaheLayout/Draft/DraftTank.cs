namespace JiaheLayout.Draft;

/// <summary>A tank: floor (m), first, least and greatest depth (m), diameter (m), and a volume curve if it is not round.</summary>
internal sealed record DraftTank(
    string Id, double FloorM, double FirstM, double MinM, double MaxM, double DiameterM, string Curve, Point Place, string Tag);
