namespace JiaheLayout.Draft;

/// <summary>A valve: diameter (mm), PRV (setting m) or FCV (setting L/s).</summary>
internal sealed record DraftValve(string Id, string From, string To, double DiameterMm, string Kind, double Setting, string Tag);
