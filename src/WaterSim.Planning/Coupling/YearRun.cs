using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Coupling;

/// <summary>
/// A county through the year: each day its water is allocated, the pipes are run with that for 24 hours, and what they took is drawn from
/// the sources, exactly. Days are handed out as they are done, so that memory does not grow with their number. Not safe for
/// several threads; several runs side by side are.
/// </summary>
/// <example><code>
/// var county = CountySystem.Load("networks/jiahe");
/// var (run, diagnostics) = YearRun.Start(county.System!, county.Network!, new YearOptions { Inflow = "dry95" });
/// foreach (var day in run!.Days())
/// {
///     Console.WriteLine($"{day.Date:yyyy-MM-dd} {day.DaysLeft:0} days left");
/// }
///
/// Console.WriteLine($"{run.Summary.PersonDaysShort:0} person-days short");
/// </code></example>
public sealed class YearRun : IDisposable
{
    // Runs of the pipes for one day, at most.
    private const int MostRuns = 6;

    // Allocations for one day, at most: some end in orders that need not be run again.
    private const int MostTurns = 10;

    private readonly YearPlan _plan;
    private readonly SourceBank _bank;
    private readonly DroughtLadder _ladder;
    private readonly Allocator _allocator;
    private readonly DayPlanner _planner;
    private readonly DayLimits _limits;
    private readonly DecisionBook _decisions;
    private readonly YearTotals _totals;
    private readonly CountyHydraulics? _pipes;
    private CountyState? _state;
    private Allocation? _before;
    private double _daysLeft = double.PositiveInfinity;

    private YearRun(YearPlan plan, InflowSeries inflow, Network? leakageFrom)
    {
        _plan = plan;
        _bank = new SourceBank(plan.System, inflow);
        _ladder = new DroughtLadder(plan.Dispatch);
        _allocator = new Allocator(plan.System, plan.Map);
        _planner = new DayPlanner(plan, _bank);
        _limits = new DayLimits(plan);
        _decisions = new DecisionBook(plan);
        _totals = new YearTotals(plan);
        if (!plan.Options.DailyOnly)
        {
            _pipes = new CountyHydraulics(plan.System, plan.Network, plan.Map, plan.Demand.KindOf, plan.Demand.Scale, leakageFrom);
            _state = _pipes.Start with { TankHeads = plan.MidnightHeads };
        }
    }

    /// <summary>Days that are done.</summary>
    public int DaysDone => _bank.Day;

    /// <summary>Whether all days are done.</summary>
    public bool IsDone => DaysDone >= _plan.Options.Days;

    /// <summary>The days so far in figures.</summary>
    public YearSummary Summary => _totals.Summary();

    /// <summary>Begins a year.</summary>
    /// <param name="system">The county.</param>
    /// <param name="network">The network that was read with it.</param>
    /// <param name="options">Which year, and how.</param>
    /// <param name="systemFile">The county's file or folder, beside which a year's daily values are looked for; null where the year has none.</param>
    /// <param name="leakageFrom">
    /// The county's network as it was read, where <paramref name="network"/> is one that a scenario has changed: leaks are its holes,
    /// found by the pressures of its average day. Null: <paramref name="network"/> itself.
    /// </param>
    /// <returns>The run, or null, and what was found: errors say why there is none.</returns>
    /// <exception cref="ArgumentException">The network is not the one that was read with the system.</exception>
    public static (YearRun? Run, ImmutableArray<Diagnostic> Diagnostics) Start(
        CountySystem system, Network network, YearOptions options, string? systemFile = null, Network? leakageFrom = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        var (plan, found) = YearPlan.Of(system, network, options);
        if (plan is null)
        {
            return (null, found);
        }

        var (inflow, ofInflow) = InflowSeries.Of(
            system, systemFile ?? "", options.Inflow, options.From, options.Days, options.Seed);
        if (inflow is null)
        {
            return (null, [.. found, .. ofInflow]);
        }

        var run = new YearRun(plan, inflow, leakageFrom);
        return (run, [.. found, .. ofInflow, .. run._pipes?.Diagnostics ?? []]);
    }

    /// <summary>Goes on with a year from where it was saved, to the same numbers.</summary>
    /// <param name="system">The same county.</param>
    /// <param name="network">The same network.</param>
    /// <param name="options">The same options.</param>
    /// <param name="systemFile">As in <see cref="Start"/>.</param>
    /// <param name="state">What <see cref="Save"/> has given.</param>
    /// <param name="leakageFrom">As in <see cref="Start"/>.</param>
    /// <exception cref="FormatException">It is no state of such a year.</exception>
    public static (YearRun? Run, ImmutableArray<Diagnostic> Diagnostics) Resume(
        CountySystem system, Network network, YearOptions options, string? systemFile, ReadOnlyMemory<byte> state,
        Network? leakageFrom = null)
    {
        var (run, found) = Start(system, network, options, systemFile, leakageFrom);
        run?.Restore(YearArchive.Read(state, run._plan));
        return (run, found);
    }

    /// <summary>Runs the days that are left and hands each out when it is done.</summary>
    /// <param name="cancellation">Stops between two days.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; what is done is done, and <see cref="Save"/> can be called.</exception>
    public IEnumerable<YearDay> Days(CancellationToken cancellation = default)
    {
        while (!IsDone)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return RunDay();
        }
    }

    /// <summary>All that the rest of the year depends on, and the figures so far.</summary>
    public byte[] Save() => YearArchive.Write(new YearArchive
    {
        Day = _bank.Day,
        Storage = _bank.Save(),
        Stage = _ladder.Stage,
        DaysLeft = _daysLeft,
        Pipes = _state,
        Before = _before,
        LinkMost = [.. _limits.LinkMost],
        LinkLeast = [.. _limits.LinkLeast],
        LinkScale = [.. _limits.LinkScale],
        PlantMost = [.. _limits.PlantMost],
        Leaked = [.. _limits.Leaked],
        Unordered = [.. _limits.Unordered],
        Decided = _decisions.Save(),
        Totals = _totals.Save(),
    });

    /// <inheritdoc/>
    public void Dispose() => _allocator.Dispose();

    private YearDay RunDay()
    {
        var date = _plan.Options.From.AddDays(_bank.Day);
        _ladder.Judge(_bank.CountyLiveShare, _bank.LowestLiveShare, _daysLeft);
        _decisions.Begin(date, _ladder, _planner);
        var orders = _ladder.Orders;
        var needs = new DayNeeds(_plan, date, orders);
        _limits.BeginDay(date);
        var stored = _state is null ? null : _plan.VolumeOf(_state.TankHeads);
        AllocationInput input;
        Allocation allocation;
        DayDelivery? delivery = null;
        DayOrders? ordered = null;
        DayAgreement? agreement = null;
        var (runs, turns) = (0, 0);
        while (true)
        {
            input = _planner.InputOf(needs, orders, _limits, stored, _before);
            allocation = _allocator.Allocate(input);
            if (_pipes is null)
            {
                break;
            }

            // What was allocated as it passed is ordered as it was, and need not be run again.
            var now = _planner.OrdersOf(needs, input, allocation, _limits);
            if (delivery is null || !now.IsSameAs(ordered!))
            {
                (delivery, ordered, runs) = (_pipes.Run(now, _state!, _plan.Options.Hourly), now, runs + 1);
            }

            agreement = new DayAgreement(_plan, needs, input, allocation, delivery);
            if (++turns >= MostTurns || runs >= MostRuns || agreement.Worst <= DayAgreement.Tolerance)
            {
                break;
            }

            agreement.Teach(_limits, ordered!, stored!);
        }

        if (delivery is not null)
        {
            _limits.EndDay(_plan, delivery);
            _state = delivery.End;
        }

        _before = allocation;
        _decisions.Note(needs, input, allocation, agreement, runs);
        var day = new DayBook(_plan, needs, input, allocation, delivery).Close(
            _bank, orders, runs, agreement, _ladder.Stage, _decisions.Take());
        _daysLeft = day.DaysLeft;
        _totals.Add(day);
        return day;
    }

    private void Restore(YearArchive archive)
    {
        _bank.Restore(archive.Day, archive.Storage);
        _ladder.Restore(archive.Stage);
        (_daysLeft, _state, _before) = (archive.DaysLeft, archive.Pipes, archive.Before);
        archive.LinkMost.CopyTo(_limits.LinkMost);
        archive.LinkLeast.CopyTo(_limits.LinkLeast);
        archive.LinkScale.CopyTo(_limits.LinkScale);
        archive.PlantMost.CopyTo(_limits.PlantMost);
        archive.Leaked.CopyTo(_limits.Leaked);
        archive.Unordered.CopyTo(_limits.Unordered);
        _decisions.Restore(archive.Decided);
        _totals.Restore(archive.Totals);
    }
}
