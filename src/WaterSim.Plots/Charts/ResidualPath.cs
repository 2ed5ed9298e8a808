using WaterSim.Model;

namespace WaterSim.Plots.Charts;

/// <summary>The concentration along a way of the water, in pieces: where something is dosed the line begins anew.</summary>
internal sealed class ResidualPath
{
    private readonly List<List<Point>> _pieces = [[]];
    private readonly List<Point> _doses = [];

    public ResidualPath(RunData data, QualityView view, Substance substance, List<(int Node, double Distance)> path)
    {
        foreach (var (node, distance) in path)
        {
            var at = new Point(
                distance / 1000,
                substance.Shown(view.Lowest(node)),
                substance.Shown(view.Mean(node)),
                substance.Shown(view.Highest(node)));
            var source = data.Network.Nodes[node].Source is { Strength: not 0 } s ? s : null;
            if (source is not null && _pieces[^1].Count > 0)
            {
                _pieces.Add([]);
            }

            if (source is not null && data.Network.Nodes[node] is Tank)
            {
                // The results are of the water in the tank; what leaves is dosed.
                if (Leaving(at, source, substance) is not { } leaving)
                {
                    _doses.Add(at);
                    continue;
                }

                at = leaving;
            }

            _pieces[^1].Add(at);
            if (source is not null)
            {
                _doses.Add(at);
            }
        }
    }

    /// <summary>Stretches without a dose between, each from upstream to downstream.</summary>
    public IReadOnlyList<List<Point>> Pieces => _pieces;

    /// <summary>Where something is dosed, with the concentration that leaves, or that in a tank where the former is not known.</summary>
    public IReadOnlyList<Point> Doses => _doses;

    // Known without the pattern's and the flow's course only of these two.
    private static Point? Leaving(Point at, QualitySource source, Substance substance)
    {
        var strength = substance.Shown(source.Strength);
        return source switch
        {
            { PatternId: not null } => null,
            { Kind: QualitySourceKind.SetPoint } => at with
            {
                Low = Math.Max(at.Low, strength),
                Mean = Math.Max(at.Mean, strength),
                High = Math.Max(at.High, strength),
            },
            { Kind: QualitySourceKind.FlowPaced } => at with
            {
                Low = at.Low + strength,
                Mean = at.Mean + strength,
                High = at.High + strength,
            },
            _ => null,
        };
    }

    /// <summary>A node of the way.</summary>
    /// <param name="X">Distance from the source, km.</param>
    /// <param name="Low">Lowest of the last day, in the unit shown.</param>
    /// <param name="Mean">Mean of the last day, in the unit shown.</param>
    /// <param name="High">Highest of the last day, in the unit shown.</param>
    internal readonly record struct Point(double X, double Low, double Mean, double High);
}
