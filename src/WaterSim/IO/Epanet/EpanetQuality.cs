using System.Collections.Immutable;
using WaterSim.Hydraulics;
using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.IO.Epanet;

/// <summary>
/// The one analysis of a run that EPANET's results have room for, in EPANET's units: ages in h, shares in percent,
/// concentrations in the file's unit. It is the one that the file asks for, else the first that EPANET knows: a blend is none.
/// </summary>
internal sealed class EpanetQuality
{
    private const double Hour = 3600;
    private const double Day = 86_400;

    private readonly SimulationResults _results;
    private readonly QualityResults? _quality;
    private readonly EpanetReactions? _reactions;
    private readonly int[]? _earlier;
    private readonly double _unit = 1;

    private EpanetQuality(SimulationResults results, QualityResults? quality)
    {
        (_results, _quality) = (results, quality);
        var options = results.Network.Quality;
        switch (quality?.Analysis.Kind)
        {
            case QualityKind.Age:
                (Mode, Name, Unit, Analysis, _unit) = (2, "AGE", "hrs", "Age", Hour);
                break;
            case QualityKind.Trace:
                var id = quality.Analysis.NodeId!;
                (Mode, Name, Unit, Analysis, _unit) = (3, "% from", "% from", $"Trace From Node {id}", 0.01);
                TracedNode = results.Network.IndexOfNode(id) + 1;
                break;
            case QualityKind.Chemical:
                (Mode, Name, Unit, Analysis) = (1, options.Chemical, options.ChemicalUnits, options.Chemical);
                _unit = QualityUnits.Of(results.Network).Concentration;
                _reactions = new EpanetReactions(results.Network);
                _earlier = Earlier(results);
                break;
            default:
                break;
        }
    }

    /// <summary>What was computed, as EPANET's results write it: 0 none, 1 a chemical, 2 age, 3 share of a source.</summary>
    public int Mode { get; }

    /// <summary>Name of what was computed.</summary>
    public string Name { get; } = "Chemical";

    /// <summary>Its unit.</summary>
    public string Unit { get; } = "";

    /// <summary>What was computed, as EPANET's report says it.</summary>
    public string Analysis { get; } = "None";

    /// <summary>Position of the traced node from 1; 0: none.</summary>
    public int TracedNode { get; }

    /// <summary>Id of the traced node, or null.</summary>
    public string? Traced => _quality?.Analysis.NodeId;

    /// <summary>Unit of reaction rates, or nothing where nothing reacts.</summary>
    public string RateUnit => _reactions is null ? "" : Unit + "/day";

    /// <summary>Difference below which two parcels of water were one, in <see cref="Unit"/>.</summary>
    public double Tolerance =>
        _quality is null ? 0 : QualityTolerance.Of(_results.Network, _quality.Analysis) / _unit;

    /// <summary>
    /// Mean rates, mass per h, of reaction in the bulk, at walls and in tanks, and of what sources add; 0 where nothing reacts.
    /// </summary>
    /// <remarks>
    /// Deviation from EPANET: they are those of the whole run, where EPANET leaves out what happens before the first report, and
    /// decay is exact (EpanetQualityTests, EpanetOutputConformanceTests). What sources add is told only where no reservoir
    /// gives the substance itself: the balance counts both together.
    /// </remarks>
    public ImmutableArray<float> MeanRates
    {
        get
        {
            if (_reactions is null)
            {
                return [0, 0, 0, 0];
            }

            var balance = _quality!.Balances[0];
            var times = _results.Network.Times;
            var hours = times.Duration > TimeSpan.Zero ? times.Duration.TotalHours : 1;
            var isDosed = !_results.Network.Nodes.Any(n => n is Reservoir { InitialQuality: not 0 });
            return
            [
                Rate(balance.ReactedInPipes), Rate(balance.ReactedAtWalls), Rate(balance.ReactedInTanks),
                isDosed ? Rate(balance.Added) : 0,
            ];

            float Rate(double grams) => (float)Math.Abs(Mass(grams) / hours);
        }
    }

    /// <summary>The analysis of a run.</summary>
    public static EpanetQuality Of(SimulationResults results)
    {
        var own = QualityAnalysis.Of(results.Network);
        return new EpanetQuality(
            results,
            results.Quality.FirstOrDefault(q => q.Analysis == own)
                ?? results.Quality.FirstOrDefault(q => q.Analysis.Kind != QualityKind.Blend));
    }

    /// <summary>Where the substance came from and went to, or null where nothing was computed.</summary>
    public QualityBalance? Balance => _quality?.Balances[0];

    /// <summary>Unit of <see cref="Mass"/>.</summary>
    public string MassUnit => Mode switch
    {
        1 => Unit.Split('/')[0],
        2 => "hrs ft3",
        _ => "% ft3",
    };

    /// <summary>A part of the balance as EPANET tells it: mg or ug of a chemical, h ft3 of age, percent ft3 of a share.</summary>
    public double Mass(double part) => Mode == 1
        ? part * 1000 / _unit
        : part / _unit / (Constants.Foot * Constants.Foot * Constants.Foot);

    /// <summary>Quality at the nodes at a reported time.</summary>
    public void LoadNodes(int k, Span<float> row)
    {
        if (_quality is null)
        {
            return;
        }

        var values = _quality.Nodes(k);
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = (float)(values[i] / _unit);
        }
    }

    /// <summary>
    /// Mean quality along the links and their reaction rates, per day, at a reported time. Before water has moved
    /// EPANET gives a pipe the initial quality of its end node, other links the mean of both nodes, and no reaction.
    /// </summary>
    public void LoadLinks(int k, Span<float> means, Span<float> rates)
    {
        if (_quality is null)
        {
            return;
        }

        var links = _results.Network.Links;
        var values = _quality.Links(k);
        var nodes = _quality.Nodes(k);
        var isStart = _results.Times[k] == TimeSpan.Zero;
        var flows = _results.Flows(_earlier?[k] ?? k);
        for (var i = 0; i < links.Length; i++)
        {
            var to = nodes[_results.Network.IndexOfNode(links[i].ToNode)];
            var mean = !isStart && !values.IsEmpty ? values[i]
                : links[i] is Pipe ? to
                : (nodes[_results.Network.IndexOfNode(links[i].FromNode)] + to) / 2;
            means[i] = (float)(mean / _unit);
            rates[i] = isStart || _reactions is null ? 0 : (float)(_reactions.RateOf(i, flows[i], mean) * Day / _unit);
        }
    }

    // EPANET tells the rate of the quality step before, whose flows are those of the reported time before; where there was a
    // solution between the two, which is not kept, those of the time itself are closer.
    private static int[] Earlier(SimulationResults results)
    {
        var earlier = new int[results.Times.Length];
        var s = 0;
        for (var k = 1; k < earlier.Length; k++)
        {
            while (s < results.Steps.Length && results.Steps[s].Time <= results.Times[k - 1].TotalSeconds)
            {
                s++;
            }

            var isBetween = s < results.Steps.Length && results.Steps[s].Time < results.Times[k].TotalSeconds;
            earlier[k] = isBetween ? k : k - 1;
        }

        return earlier;
    }
}
