using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.Tests.Conformance;

/// <summary>
/// Compares a run with EPANET's, value by value, at the tolerances of ../shared/conformance/README.md. A deviation of 1
/// is just tolerable.
/// </summary>
internal sealed class Comparison
{
    private readonly SimulationResults _results;
    private readonly FileUnits _units;
    private readonly double _largestFlow;
    private readonly double _looseness;
    private readonly List<(double Deviation, string What)> _deviations = [];
    private readonly HashSet<string> _leftOut = new(StringComparer.Ordinal);

    private Comparison(SimulationResults results, ReferenceResults reference)
    {
        _results = results;
        _units = FileUnits.Of(results.Network.Options);
        _largestFlow = reference.Links.Select(l => Math.Abs(l.Flow)).DefaultIfEmpty(0).Max();
        _looseness = reference.Accuracy >= 0.99e-5 ? 10 : 1;
    }

    /// <summary>Values compared.</summary>
    public int Values { get; private set; }

    /// <summary>The largest deviation in units of its tolerance.</summary>
    public double Worst => _deviations.Count > 0 ? _deviations.Max(d => d.Deviation) : 0;

    /// <summary>What lies beyond its tolerance, worst first.</summary>
    public IEnumerable<string> Beyond => _deviations
        .OrderByDescending(d => d.Deviation).Select(d => d.What).Take(8);

    /// <summary>
    /// Nodes that no open link joins to a source. We give them no head; EPANET a head that follows from the seepage
    /// through closed links, often of -1e6: they are left out.
    /// </summary>
    public IEnumerable<string> LeftOut => _leftOut.Order(StringComparer.Ordinal);

    /// <summary>Compares, leaving out nodes that are undetermined.</summary>
    public static Comparison Of(SimulationResults results, ReferenceResults reference)
    {
        var comparison = new Comparison(results, reference);
        var rowOfTime = results.Times.Select((t, k) => (Seconds: (long)t.TotalSeconds, k))
            .ToDictionary(t => t.Seconds, t => t.k);
        foreach (var row in reference.Nodes)
        {
            if (!rowOfTime.TryGetValue(row.Time, out var k))
            {
                comparison._deviations.Add((double.PositiveInfinity, $"no results at {row.Time} s"));
                break;
            }

            if (double.IsNaN(results.Heads(k)[results.Network.IndexOfNode(row.Id)]))
            {
                comparison._leftOut.Add(row.Id);
                continue;
            }

            comparison.CompareNode(row, k);
        }

        foreach (var row in reference.Links)
        {
            if (rowOfTime.TryGetValue(row.Time, out var k))
            {
                comparison.CompareLink(row, k);
            }
        }

        return comparison;
    }

    private void CompareNode(ReferenceResults.NodeRow row, int k)
    {
        var i = _results.Network.IndexOfNode(row.Id);
        var at = $"node {row.Id} at {row.Time} s";
        Head($"{at}: head", _units.FromSI(Quantity.Length, _results.Heads(k)[i]), row.Head);
        if (_results.Network.Nodes[i] is Junction)
        {
            Head($"{at}: pressure", _units.FromSI(Quantity.Pressure, _results.Pressures(k)[i]), row.Pressure);
        }

        Flow($"{at}: demand", _units.FromSI(Quantity.Flow, _results.Demands(k)[i]), row.Demand);
    }

    private void CompareLink(ReferenceResults.LinkRow row, int k)
    {
        var i = _results.Network.IndexOfLink(row.Id);
        var at = $"link {row.Id} at {row.Time} s";
        var flow = _units.FromSI(Quantity.Flow, _results.Flows(k)[i]);
        Flow($"{at}: flow", flow, row.Flow);
        var open = _results.Statuses(k)[i] != LinkStatus.Closed;
        var nearZero = Math.Abs(row.Flow) <= FlowTolerance(row.Flow) && Math.Abs(flow) <= FlowTolerance(row.Flow);
        Values++;
        if (open != row.IsOpen && !nearZero)
        {
            _deviations.Add((double.PositiveInfinity, $"{at}: {(open ? "open" : "closed")}, EPANET's is not"));
        }
    }

    // Never below 1e-6 ft3/s, which EPANET itself lets through a closed link: it matters where nothing flows at all.
    private double FlowTolerance(double value) => Math.Max(
        _looseness * 1e-4 * (Math.Abs(value) + _largestFlow), _units.FromSI(Quantity.Flow, 1e-6 * 0.0283168));

    private void Head(string what, double ours, double theirs) =>
        Compare(what, ours, theirs, _looseness * (0.001 + (1e-4 * Math.Abs(theirs))));

    private void Flow(string what, double ours, double theirs) => Compare(what, ours, theirs, FlowTolerance(theirs));

    private void Compare(string what, double ours, double theirs, double tolerance)
    {
        Values++;
        var deviation = Math.Abs(ours - theirs) / tolerance;
        if (!(deviation <= 0.01))
        {
            _deviations.Add((double.IsNaN(deviation) ? double.PositiveInfinity : deviation, $"{what}: {ours:R}, EPANET {theirs:R}"));
        }
    }
}
