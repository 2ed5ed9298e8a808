namespace WaterSim.Planning.County;

/// <summary>Chlorine given again on the way, only where little is left.</summary>
/// <param name="Id">Id of the elevated tank or booster station.</param>
/// <param name="Below">Water that comes below this concentration is dosed, g/m3; 0 or more.</param>
/// <param name="Concentration">What it is raised to, g/m3; not below <paramref name="Below"/>.</param>
public sealed record Redosing(string Id, double Below, double Concentration);
