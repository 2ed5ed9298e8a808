using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Coupling;

/// <summary>Writes down what was decided on a day, and by which rule: what changed since it was last written down.</summary>
internal sealed class DecisionBook
{
    private const double CubicMeter = 1;

    private readonly YearPlan _plan;
    private readonly List<DispatchDecision> _day = [];
    private readonly double[] _transfers;
    private readonly bool[] _standby;
    private readonly double[] _available;
    private DateOnly _date;
    private string _rule = "";

    public DecisionBook(YearPlan plan)
    {
        _plan = plan;
        _transfers = [.. plan.Links.Select(l => l is { OnlyInDrought: false } ? l.Normal : 0)];
        _standby = new bool[plan.System.Sources.Length];
        _available = new double[plan.System.Plants.Length];
        Array.Fill(_available, 1);
    }

    /// <summary>Begins a day: its stage, standby sources, outages.</summary>
    public void Begin(DateOnly date, DroughtLadder ladder, DayPlanner planner)
    {
        _date = date;
        _rule = ladder.Stage < 0 ? "normal" : _plan.Dispatch.Stages[ladder.Stage].Id;
        if (ladder.Change is { } change)
        {
            Add(ladder.Rule ?? _rule, "", change);
        }

        for (var s = 0; s < _standby.Length; s++)
        {
            var used = _plan.System.Sources[s].Duty == SourceDuty.Standby && planner.IsUsed(s, ladder.Orders, date);
            if (used != _standby[s])
            {
                _standby[s] = used;
                Add(_rule, _plan.System.Sources[s].Id, used ? "Standby source is drawn on." : "Standby source rests again.");
            }
        }

        NoteSourcesOut(date);
        for (var p = 0; p < _available.Length; p++)
        {
            var available = _plan.AvailableOf(p, date);
            if (available != _available[p])
            {
                _available[p] = available;
                Add("outage", _plan.System.Plants[p].Id, Text($"Plant has {100 * available:0} % of its capacity."));
            }
        }
    }

    /// <summary>Notes what the allocation and the pipes came to.</summary>
    public void Note(DayNeeds needs, AllocationInput input, Allocation allocation, DayAgreement? agreement, int runs)
    {
        for (var l = 0; l < _transfers.Length; l++)
        {
            if (_plan.Links[l] is { } link && Math.Abs(allocation.Transfer[l] - _transfers[l]) > Math.Max(0.1 * link.Capacity, CubicMeter))
            {
                Add(_rule, _plan.System.Interconnections[l].Id, Text(
                    $"Transfer goes from {_transfers[l]:0} to {allocation.Transfer[l]:0} m3 a day."));
                _transfers[l] = allocation.Transfer[l];
            }
        }

        var (needed, shortage) = (needs.Need.Sum(), allocation.Shortage.Sum());
        if (shortage > CubicMeter)
        {
            Add("capacity", "", Text(
                $"{shortage:0} m3 of {needed:0} m3 cannot be given; held back by {Limits(allocation)}."));
        }

        if (agreement is not null && agreement.Worst > DayAgreement.Tolerance)
        {
            Add("hydraulics", "", Text(
                $"Allocation and pipes do not agree within 1 % after {runs} runs: {agreement.WorstText}."));
        }
    }

    /// <summary>The day's decisions; the book then begins a new page.</summary>
    public ImmutableArray<DispatchDecision> Take()
    {
        var taken = _day.ToImmutableArray();
        _day.Clear();
        return taken;
    }

    /// <summary>All that later notes depend on.</summary>
    public ImmutableArray<double> Save() => [.. _transfers, .. _standby.Select(s => s ? 1.0 : 0), .. _available];

    /// <summary>Goes on from there.</summary>
    public void Restore(ImmutableArray<double> saved)
    {
        saved.AsSpan()[.._transfers.Length].CopyTo(_transfers);
        for (var s = 0; s < _standby.Length; s++)
        {
            _standby[s] = saved[_transfers.Length + s] != 0;
        }

        saved.AsSpan()[^_available.Length..].CopyTo(_available);
    }

    private void NoteSourcesOut(DateOnly date)
    {
        for (var s = 0; s < _standby.Length; s++)
        {
            var isOut = _plan.IsOut(s, date);
            if (isOut != (date > _plan.Options.From && _plan.IsOut(s, date.AddDays(-1))))
            {
                Add("outage", _plan.System.Sources[s].Id, isOut ? "Source is out." : "Source may be drawn on again.");
            }
        }
    }

    private static string Limits(Allocation allocation) => allocation.Limits.IsEmpty
        ? "what the pipes deliver"
        : string.Join(", ", allocation.Limits.Select(l => Text(
            $"{(l.Kind == LimitKind.Source ? "source" : l.Kind == LimitKind.Plant ? "plant" : "link")} {l.Element} ({l.Limit:0} m3)")));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Add(string rule, string element, string text) => _day.Add(new DispatchDecision(_date, rule, element, text));
}
