namespace JiaheLayout.Facts;

/// <summary>A township: people, of them in its town, administrative villages, ground level (m) and place.</summary>
internal sealed record Township(
    string Id, string En, string Zh, int People, int TownPeople, int Villages, double GroundM, double Lon, double Lat);
