namespace JiaheLayout.Draft;

/// <summary>A demand category at a junction: base L/s, pattern and the category's words.</summary>
internal sealed record DraftDemand(string Node, double Lps, string Pattern, string Category);
