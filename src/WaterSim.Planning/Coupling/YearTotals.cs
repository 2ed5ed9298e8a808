using System.Collections.Immutable;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Coupling;

/// <summary>Adds up a year's days.</summary>
internal sealed class YearTotals
{
    // Below this share of its need a community counts as short.
    private const double Short = 0.99;

    private readonly YearPlan _plan;
    private readonly ImmutableArray<CommunityYear>.Builder _communities = ImmutableArray.CreateBuilder<CommunityYear>();
    private readonly ImmutableArray<SourceYear>.Builder _sources = ImmutableArray.CreateBuilder<SourceYear>();
    private double[] _plants;
    private double[] _forward;
    private double[] _backward;
    private int[] _stages;
    private List<DateOnly> _disagreeing = [];
    private Sums _sums = new() { LeastDaysLeft = double.PositiveInfinity };

    public YearTotals(YearPlan plan)
    {
        _plan = plan;
        _communities.AddRange(plan.System.Communities.Select(_ => new CommunityYear(0, 0, 0, 1, plan.Options.From, 0, double.NaN)));
        _sources.AddRange(plan.System.Sources.Select(_ =>
            new SourceYear(0, 0, 0, 0, 0, 0, 0, 0, double.NaN, plan.Options.From)));
        _plants = new double[plan.System.Plants.Length];
        _forward = new double[plan.Links.Length];
        _backward = new double[plan.Links.Length];
        _stages = new int[plan.Dispatch.Stages.Length];
    }

    /// <summary>Sums that are single numbers.</summary>
    internal sealed record Sums
    {
        public int Days { get; init; }

        public double Needed { get; init; }

        public double Delivered { get; init; }

        public double Leaked { get; init; }

        public double TreatmentLoss { get; init; }

        public double TankGain { get; init; }

        public int DaysShort { get; init; }

        public double LeastDaysLeft { get; init; }

        public DateOnly LeastDaysLeftOn { get; init; }

        public double Cost { get; init; }

        public double Energy { get; init; }

        public double LargestDailyError { get; init; }

        public double Error { get; init; }

        public double Scale { get; init; }

        public int Runs { get; init; }
    }

    /// <summary>All sums, to be kept.</summary>
    internal sealed record Kept(
        ImmutableArray<CommunityYear> Communities, ImmutableArray<SourceYear> Sources, ImmutableArray<double> Plants,
        ImmutableArray<double> Forward, ImmutableArray<double> Backward, ImmutableArray<int> Stages,
        ImmutableArray<DateOnly> Disagreeing, Sums Sums)
    {
        public bool Fits(YearPlan plan) =>
            !Communities.IsDefault && Communities.Length == plan.System.Communities.Length
            && !Sources.IsDefault && Sources.Length == plan.System.Sources.Length
            && !Plants.IsDefault && Plants.Length == plan.System.Plants.Length
            && !Forward.IsDefault && Forward.Length == plan.Links.Length
            && !Backward.IsDefault && Backward.Length == plan.Links.Length
            && !Stages.IsDefault && Stages.Length == plan.Dispatch.Stages.Length
            && !Disagreeing.IsDefault && Sums is not null;
    }

    public void Add(YearDay day)
    {
        var anyShort = false;
        for (var c = 0; c < day.Needed.Length; c++)
        {
            var was = _communities[c];
            var share = day.Needed[c] > 0 ? Math.Min(day.Delivered[c] / day.Needed[c], 1) : 1;
            var isShort = share < Short;
            anyShort |= isShort;
            var lowest = day.Delivery?.LowestPressure[c] ?? double.NaN;
            _communities[c] = new CommunityYear(
                was.Needed + day.Needed[c],
                was.Delivered + day.Delivered[c],
                was.DaysShort + (isShort ? 1 : 0),
                Math.Min(was.WorstShare, share),
                share < was.WorstShare ? day.Date : was.WorstDay,
                was.PersonDaysShort + (_plan.System.Communities[c].People * (1 - share)),
                lowest < was.LowestPressure || double.IsNaN(was.LowestPressure) ? lowest : was.LowestPressure);
        }

        var (gained, drawn) = AddSources(day);
        for (var p = 0; p < _plants.Length; p++)
        {
            _plants[p] += day.PlantOutput[p];
        }

        for (var l = 0; l < _forward.Length; l++)
        {
            _forward[l] += Math.Max(day.Transfer[l], 0);
            _backward[l] += Math.Max(-day.Transfer[l], 0);
        }

        if (day.Stage >= 0)
        {
            _stages[day.Stage]++;
        }

        if (!day.Agrees)
        {
            _disagreeing.Add(day.Date);
        }

        var scale = Math.Max(gained, drawn);
        _sums = _sums with
        {
            Days = _sums.Days + 1,
            Needed = _sums.Needed + day.Needed.Sum(),
            Delivered = _sums.Delivered + day.Delivered.Sum(),
            Leaked = _sums.Leaked + day.Leaked,
            TreatmentLoss = _sums.TreatmentLoss + day.TreatmentLoss.Sum(),
            TankGain = _sums.TankGain + day.TankGain,
            DaysShort = _sums.DaysShort + (anyShort ? 1 : 0),
            LeastDaysLeft = Math.Min(_sums.LeastDaysLeft, day.DaysLeft),
            LeastDaysLeftOn = day.DaysLeft < _sums.LeastDaysLeft || _sums.Days == 0 ? day.Date : _sums.LeastDaysLeftOn,
            Cost = _sums.Cost + day.Cost,
            Energy = _sums.Energy + day.Energy,
            LargestDailyError = Math.Max(_sums.LargestDailyError, scale > 0 ? Math.Abs(day.BalanceError) / scale : 0),
            Error = _sums.Error + day.BalanceError,
            Scale = _sums.Scale + scale,
            Runs = _sums.Runs + day.Iterations,
        };
    }

    public Kept Save() => new(
        _communities.ToImmutable(), _sources.ToImmutable(), [.. _plants], [.. _forward], [.. _backward], [.. _stages],
        [.. _disagreeing], _sums);

    public void Restore(Kept kept)
    {
        for (var c = 0; c < _communities.Count; c++)
        {
            _communities[c] = kept.Communities[c];
        }

        for (var s = 0; s < _sources.Count; s++)
        {
            _sources[s] = kept.Sources[s];
        }

        (_plants, _forward, _backward) = ([.. kept.Plants], [.. kept.Forward], [.. kept.Backward]);
        (_stages, _disagreeing, _sums) = ([.. kept.Stages], [.. kept.Disagreeing], kept.Sums);
    }

    public YearSummary Summary() => new()
    {
        From = _plan.Options.From,
        Days = _sums.Days,
        Communities = _communities.ToImmutable(),
        Sources = _sources.ToImmutable(),
        PlantOutput = [.. _plants],
        Forward = [.. _forward],
        Backward = [.. _backward],
        Needed = _sums.Needed,
        Delivered = _sums.Delivered,
        Leaked = _sums.Leaked,
        TreatmentLoss = _sums.TreatmentLoss,
        TankGain = _sums.TankGain,
        PersonDaysShort = _communities.Sum(c => c.PersonDaysShort),
        DaysShort = _sums.DaysShort,
        StageDays = [.. _stages],
        Disagreeing = [.. _disagreeing],
        LeastDaysLeft = _sums.LeastDaysLeft,
        LeastDaysLeftOn = _sums.LeastDaysLeftOn,
        Cost = _sums.Cost,
        Energy = _sums.Energy,
        LargestDailyError = _sums.LargestDailyError,
        BalanceError = _sums.Scale > 0 ? _sums.Error / _sums.Scale : 0,
        HydraulicDays = _sums.Runs,
    };

    private (double Gained, double Drawn) AddSources(YearDay day)
    {
        var (gained, drawn) = (0.0, 0.0);
        for (var s = 0; s < _sources.Count; s++)
        {
            var (was, now) = (_sources[s], day.Sources[s]);
            gained += now.Inflow + now.Rain;
            drawn += now.Draw;
            var share = day.LiveShare[s];
            var isLowest = share < was.LowestLiveShare || (double.IsNaN(was.LowestLiveShare) && !double.IsNaN(share));
            _sources[s] = new SourceYear(
                was.Inflow + now.Inflow,
                was.Rain + now.Rain,
                was.Evaporation + now.Evaporation,
                was.Seepage + now.Seepage,
                was.Release + now.Release,
                was.Draw + now.Draw,
                was.Spill + now.Spill,
                was.StorageChange + (now.After - now.Before),
                isLowest ? share : was.LowestLiveShare,
                isLowest ? day.Date : was.LowestOn);
        }

        return (gained, drawn);
    }
}
