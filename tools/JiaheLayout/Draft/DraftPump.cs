namespace JiaheLayout.Draft;

/// <summary>A pump with its head and efficiency curves.</summary>
internal sealed record DraftPump(string Id, string From, string To, string HeadCurve, string EfficiencyCurve, bool Closed, string Tag);
