using SkiaSharp;
using WaterSim.Model;
using WaterSim.Plots.Charts;
using WaterSim.Plots.Drawing;
using WaterSim.Quality;

namespace WaterSim.Plots.Map;

/// <summary>
/// The sources of a blend as a map tells them apart: those that reach anyone, at most seven by name and the rest as one, water
/// of the start and inflows at junctions in greys.
/// </summary>
internal sealed class BlendShares
{
    // A share below this is not told.
    private const double Least = 0.005;

    private readonly QualityView _view;
    private readonly double[]? _links;
    private readonly int[] _groupOf;

    public BlendShares(ChartContext context, QualityResults quality)
    {
        var (data, phrases) = (context.Data, context.Phrases);
        _view = new QualityView(data, quality);
        _links = _view.LinkMeans();
        var delivered = new double[_view.Columns];
        var highest = new double[_view.Columns];
        for (var i = 0; i < data.Network.Nodes.Length; i++)
        {
            for (var c = 0; c < _view.Columns && data.Network.Nodes[i] is not Reservoir; c++)
            {
                delivered[c] += data.MeanDelivered[i] * _view.Mean(i, c);
                highest[c] = Math.Max(highest[c], _view.Mean(i, c));
            }
        }

        var sum = Math.Max(delivered.Sum(), double.Epsilon);
        var used = Enumerable.Range(0, _view.Columns).Where(c => highest[c] >= Least).ToList();
        var named = used.Where(c => !IsRest(quality.Columns[c])).OrderByDescending(c => delivered[c])
            .Take(Inks.Categories.Length).Order().ToList();
        var sources = new List<BlendSource>();
        _groupOf = new int[_view.Columns];
        Array.Fill(_groupOf, -1);
        foreach (var c in named)
        {
            var source = data.County?.Sources.FirstOrDefault(s => s.Id == quality.Columns[c]);
            var name = source is null ? quality.Columns[c] : phrases.Name(source.Name);
            Add(c, name, Inks.Categories[sources.Count]);
        }

        foreach (var c in used.Where(c => IsRest(quality.Columns[c])))
        {
            var isStart = quality.Columns[c] == QualityResults.AtStart;
            Add(c, isStart ? phrases.FromStart : phrases.Inflows, Inks.Rest[isStart ? 0 : 1]);
        }

        if (used.FindAll(c => _groupOf[c] < 0) is { Count: > 0 } others)
        {
            foreach (var c in others)
            {
                _groupOf[c] = sources.Count;
            }

            sources.Add(new BlendSource(phrases.OtherSources, Inks.Rest[2], others.Sum(c => delivered[c]) / sum));
        }

        Sources = sources;

        void Add(int c, string name, SKColor color)
        {
            _groupOf[c] = sources.Count;
            sources.Add(new BlendSource(name, color, delivered[c] / sum));
        }
    }

    /// <summary>What is told apart, in the order of the legend.</summary>
    public IReadOnlyList<BlendSource> Sources { get; }

    public bool HasLastDay => _view.HasLastDay;

    /// <summary>Shares at a node, 0 to 1, one per source.</summary>
    public double[] Node(int node)
    {
        var shares = new double[Sources.Count];
        for (var c = 0; c < _groupOf.Length; c++)
        {
            if (_groupOf[c] >= 0)
            {
                shares[_groupOf[c]] += _view.Mean(node, c);
            }
        }

        return shares;
    }

    /// <summary>Shares along a link, 0 to 1, one per source: of its ends where links were not kept.</summary>
    public double[] Link(Network network, int link)
    {
        var shares = new double[Sources.Count];
        var from = network.IndexOfNode(network.Links[link].FromNode);
        var to = network.IndexOfNode(network.Links[link].ToNode);
        for (var c = 0; c < _groupOf.Length; c++)
        {
            if (_groupOf[c] >= 0)
            {
                shares[_groupOf[c]] += _links is null
                    ? (_view.Mean(from, c) + _view.Mean(to, c)) / 2
                    : _links[(link * _groupOf.Length) + c];
            }
        }

        return shares;
    }

    private static bool IsRest(string column) => column is QualityResults.AtStart or QualityResults.Elsewhere;
}
