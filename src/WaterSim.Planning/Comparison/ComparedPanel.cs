using System.Collections.Immutable;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Comparison;

/// <summary>One thing through time in each of the runs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Lines">One per run.</param>
public sealed record ComparedPanel(string Id, LocalizedName Name, ImmutableArray<ComparedLine> Lines);
