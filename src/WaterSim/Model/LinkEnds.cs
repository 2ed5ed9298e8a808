namespace WaterSim.Model;

/// <summary>The end nodes of all links, as positions.</summary>
/// <param name="From">Per link, the position of its start node; -1: there is none of that id.</param>
/// <param name="To">Per link, the position of its end node; -1: there is none of that id.</param>
internal sealed record LinkEnds(int[] From, int[] To);
