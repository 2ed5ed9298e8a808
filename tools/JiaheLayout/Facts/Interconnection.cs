namespace JiaheLayout.Facts;

/// <summary>
/// A link between two plants' zones. <paramref name="Valve"/> is FCV (setting L/s), PRV (setting m above the valve) or PIPE
/// (closed); <paramref name="HeadM"/> is, for a PRV, the head it holds downstream.
/// </summary>
internal sealed record Interconnection(
    string Id, string En, string Zh, string PlantA, string PlantB, string State, string Valve, double Setting,
    string From, string To, int Dn, double X, double Y, double GroundM)
{
    /// <summary>Id of the valve or pipe one would operate.</summary>
    public string Link => Id + "-V";
}
