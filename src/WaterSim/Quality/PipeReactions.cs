using WaterSim.Hydraulics;
using WaterSim.Model;
using WaterSim.Quality.Laws;

namespace WaterSim.Quality;

/// <summary>How a chemical reacts in each link while flows stay as they are.</summary>
internal sealed class PipeReactions
{
    private readonly QualityNetwork _network;
    private readonly BulkReaction _law;
    private readonly double[] _bulk;
    private readonly double[] _wall;
    private readonly double[] _transfer;
    private readonly bool _wallIsFirstOrder;
    private readonly double _diffusivity;
    private readonly double _viscosity;

    public PipeReactions(QualityNetwork network)
    {
        var model = network.Arrays.Network;
        var options = model.Reactions;
        _network = network;
        _law = new BulkReaction(options.BulkOrder, options.LimitingPotential);
        _wallIsFirstOrder = options.WallOrder == 1;
        (_diffusivity, _viscosity) = (model.Quality.Diffusivity, model.Options.Viscosity);
        var links = network.Links;
        _bulk = Array.ConvertAll(links, l => l is Pipe p ? p.BulkCoefficient ?? options.BulkCoefficient : 0);
        _wall = Array.ConvertAll(links, l => l is Pipe p ? WallOf(p, model) : 0);
        _transfer = new double[links.Length];
        Any = Array.Exists(_bulk, k => k != 0) || Array.Exists(_wall, k => k != 0);
        HasWall = Array.Exists(_wall, k => k != 0);
        HasClosedForm = Any && (_law.IsFirstOrder || Array.TrueForAll(_bulk, k => k == 0)) && (_wallIsFirstOrder || !HasWall);
        Rate = new double[links.Length];
        BulkShare = new double[links.Length];
        SetRates();
    }

    /// <summary>Whether anything reacts.</summary>
    public bool Any { get; }

    /// <summary>Whether anything reacts at walls, so that rates follow flows.</summary>
    public bool HasWall { get; }

    /// <summary>Whether dc/dt is proportional to c everywhere, so that water need not be looked at until it leaves a link.</summary>
    public bool HasClosedForm { get; }

    /// <summary>Rate by concentration, 1/s, where <see cref="HasClosedForm"/>; one per link.</summary>
    public double[] Rate { get; }

    /// <summary>What of that rate is bulk reaction, 0 to 1; one per link.</summary>
    public double[] BulkShare { get; }

    /// <summary>Takes the flows of a solution.</summary>
    public void SetFlows(HydraulicState state)
    {
        if (!HasWall)
        {
            return;
        }

        for (var k = 0; k < _wall.Length; k++)
        {
            if (_wall[k] != 0)
            {
                _transfer[k] = MassTransfer.Coefficient(
                    state.Flow[_network.SolverLink[k]], _network.Diameter[k], _network.Length[k], _diffusivity, _viscosity);
            }
        }

        SetRates();
    }

    /// <summary>Rates of bulk and wall reaction in a link, g/m3/s, at a concentration, g/m3.</summary>
    public (double Bulk, double Wall) RatesAt(int link, double c)
    {
        var kw = _wall[link];
        var d = _network.Diameter[link];
        return (
            _law.Rate(_bulk[link], c),
            kw == 0 ? 0
                : _wallIsFirstOrder ? WallReaction.FirstOrder(kw, _transfer[link], d) * c
                : WallReaction.ZeroOrder(kw, _transfer[link], d, c));
    }

    private void SetRates()
    {
        for (var k = 0; HasClosedForm && k < Rate.Length; k++)
        {
            var (bulk, wall) = RatesAt(k, 1);
            Rate[k] = bulk + wall;
            BulkShare[k] = Rate[k] == 0 ? 0 : bulk / Rate[k];
        }
    }

    /// <summary>A pipe's wall coefficient, in the unit of its order: where nothing is said of it, its roughness may tell.</summary>
    public static double WallOf(Pipe pipe, Network network)
    {
        var options = network.Reactions;
        return pipe.WallCoefficient ?? (options.RoughnessCorrelation, network.Options.HeadLoss) switch
        {
            (0, _) => options.WallCoefficient,
            (var f, HeadLossFormula.HazenWilliams) => f / pipe.Roughness,
            (var f, HeadLossFormula.DarcyWeisbach) => f / Math.Abs(Math.Log(pipe.Roughness / pipe.Diameter)),
            var (f, _) => f * pipe.Roughness,
        };
    }
}
