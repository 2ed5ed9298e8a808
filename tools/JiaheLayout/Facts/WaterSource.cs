namespace JiaheLayout.Facts;

/// <summary>A reservoir or spring: its water level (m), place, whether in use, and the plant it feeds.</summary>
internal sealed record WaterSource(
    string Id, string En, string Zh, string Kind, bool InUse, double LevelM, double Lon, double Lat, string Plant, int PipeDn);
