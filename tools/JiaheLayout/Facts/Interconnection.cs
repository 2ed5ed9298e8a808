namespace JiaheLayout.Facts;

/// <summary>
/// A link between two plants' zones. <paramref name="Valve"/> is FCV (setting L/s) or PIPE (closed). A transfer is throttled while <paramref name="Tank"/>, the tank of the zone it feeds, is nearly full.
/// </summary>
internal sealed record Interconnection(
    string Id, string En, string Zh, string PlantA, string PlantB, string State, string Valve, double Setting,
    string From, string To, int Dn, double X, double Y, double GroundM, string? Tank = null)
{
    /// <summary>Id of the valve or pipe one would operate.</summary>
    public string Link => Id + "-V";
}
