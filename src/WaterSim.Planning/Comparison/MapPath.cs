using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Planning.Comparison;

/// <summary>A pipe on a run's map.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Diameter">Its diameter, m.</param>
/// <param name="Points">Its course, in the network's map units.</param>
public sealed record MapPath(string Id, double Diameter, ImmutableArray<MapPoint> Points);
