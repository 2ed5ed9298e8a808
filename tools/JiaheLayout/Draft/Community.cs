namespace JiaheLayout.Draft;

/// <summary>A town centre or a village: its people and its demand nodes.</summary>
internal sealed record Community(
    string Id, string En, string Zh, string Township, bool Urban, int People, double ServiceHeadM, IReadOnlyList<string> Nodes);
