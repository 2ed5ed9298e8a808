using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Resources;
using WaterSim.Planning.Results;
using WaterSim.Simulation;

namespace WaterSim.Planning.Coupling;

/// <summary>
/// A county's pipes, run one day at a time by orders: 24 hours from midnight in steps of an hour, demand and leakage by pressure.
/// What a day delivers follows from its orders and from how the day before has left the network, and from nothing else, to
/// the bit. Not safe for several threads at a time.
/// </summary>
/// <remarks>
/// Each intake passes what is ordered evenly over the day, less where its clear well is full or its source too low; flow-control
/// valves and controls between intakes and clear wells, and controls of dispatched interconnections, are out of action.
/// </remarks>
public sealed class CountyHydraulics
{
    // Orders below this are none, m3 a day.
    private const double LeastOrder = 0.01;

    private const double SecondsPerDay = 86_400;

    private readonly CountySystem _system;
    private readonly CountyNetwork _county;
    private readonly DayAccounts _accounts;
    private readonly RepeatedRun _days;
    private readonly string[] _tanks;
    private readonly Pump[] _pumps;
    private readonly string[] _controlled;
    private readonly (string Node, double Head)[] _sources;

    /// <summary>Prepares a county's network. The network is run over a day, to fit leakage to pressure.</summary>
    /// <param name="system">The county, with <c>demand:</c> and <c>dispatch:</c>.</param>
    /// <param name="network">The network that was read with it.</param>
    /// <param name="map">The county's map.</param>
    /// <param name="demand">What is needed.</param>
    /// <exception cref="ArgumentException">The network is not valid or does not fit.</exception>
    /// <exception cref="InvalidOperationException">The system has no <see cref="CountySystem.Dispatch"/>.</exception>
    public CountyHydraulics(CountySystem system, Network network, SupplyMap map, Resources.DemandModel demand)
        : this(system, network, map, (demand ?? throw new ArgumentNullException(nameof(demand))).KindOf, demand.Scale)
    {
    }

    internal CountyHydraulics(
        CountySystem system,
        Network network,
        SupplyMap map,
        Func<string?, (WaterUse? Use, bool IsLeakage)> kindOf,
        Func<int, WaterUse, double> scale,
        Network? leakageFrom = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(map);
        _system = system;
        var consumers = new ConsumerGroups(system, network, map, kindOf, scale);
        var exponent = LeakFit.ExponentIn(network, system);
        _county = CountyNetwork.Of(
            system, network, map, consumers, LeakFit.Coefficients(network, consumers.Leakage, exponent, leakageFrom));
        Diagnostics = LeakFit.HasEmitters(network) && system.Demand?.Leakage is { } leakage && leakage.Exponent != exponent
            ? [.. _county.Diagnostics, CouplingDiagnostics.EmittersStay(exponent)]
            : _county.Diagnostics;
        var run = _county.Network;
        _tanks = [.. run.Nodes.OfType<Tank>().Select(t => t.Id)];
        _pumps = [.. run.Links.OfType<Pump>()];
        _controlled = [.. run.Controls.Select(c => c.LinkId)
            .Concat(run.Rules.SelectMany(r => r.Then.Concat(r.Else)).Select(a => a.LinkId))
            .Distinct(StringComparer.Ordinal)
            .Where(id => run.FindLink(id) is Pipe { HasCheckValve: false } or Valve)];
        _sources = [.. system.Sources.Select(s => (s.Id, (run.FindNode(s.Id) as Reservoir)?.Head
            ?? throw CallerMistake.SystemDoesNotFit($"Source '{s.Id}' is no reservoir of the network.")))];
        _accounts = new DayAccounts(system, network, map, _county, consumers.CommunityOfNode);
        Start = new CountyState(
            [.. run.Nodes.OfType<Tank>().Select(t => t.Elevation + t.InitialLevel)],
            [.. _pumps.Select(p => p.InitialStatus == LinkStatus.Closed ? 0 : p.Speed)])
        {
            Controlled = [.. _controlled.Select(id => StateNumber.Of(run.FindLink(id)!))],
        };
        _days = new RepeatedRun(run, _controlled.Where(id => run.FindLink(id) is Pipe), Near());
    }

    /// <summary>The network as it is run: with valves that carry out orders, demands by group of consumers, leakage as emitters.</summary>
    public Network Network => _county.Network;

    /// <summary>How a first day may begin: levels, pumps and valves as the network says.</summary>
    public CountyState Start { get; }

    /// <summary>What is worth knowing of how the network was prepared.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Runs a day.</summary>
    /// <param name="orders">What is ordered.</param>
    /// <param name="state">How the day before has left the network.</param>
    /// <param name="hourly">Whether the day is to tell its hours.</param>
    /// <exception cref="ArgumentException">Orders or state do not fit the county.</exception>
    public DayDelivery Run(DayOrders orders, CountyState state, bool hourly = false)
    {
        ArgumentNullException.ThrowIfNull(orders);
        ArgumentNullException.ThrowIfNull(state);
        var hours = hourly ? ImmutableArray.CreateBuilder<DayHour>() : null;
        var volumes = _days.Run(InputOf(orders, state), hours is null ? null : hour => hours.Add(_accounts.Of(hour)));
        var delivery = _accounts.Of(volumes, new CountyState(
            [.. _tanks.Select(id => volumes.EndHeads[Network.IndexOfNode(id)])],
            [.. _pumps.Select(p => Network.IndexOfLink(p.Id)).Select(
                k => volumes.EndStatuses[k] == LinkStatus.Closed ? 0 : volumes.EndSettings[k])])
        {
            Controlled = [.. _controlled.Select(id => Network.IndexOfLink(id)).Select(
                k => StateNumber.Of(volumes.EndStatuses[k], volumes.EndSettings[k]))],
        });
        return delivery with { Hours = hours?.ToImmutable() };
    }

    // Any plausible midnight, for runs to begin their search at.
    private ScenarioInput Near() => InputOf(
        new DayOrders
        {
            Date = default,
            Intake = [.. _county.Intakes.Select(_ => 0.0)],
            Transfer = [.. _county.Transfers.Select(_ => (double?)null)],
            SourceLevel = [.. _sources.Select(s => s.Head)],
            Factor = [.. _county.GroupPatterns.Select(_ => 0.5)],
            Shape = [.. Enumerable.Repeat(ImmutableArray.Create(1.0), SupplyMap.GroupsPerZone)],
        },
        Start);

    private ScenarioInput InputOf(DayOrders orders, CountyState state)
    {
        Require(orders.Intake.Length == _county.Intakes.Length, "one order for each intake", nameof(orders));
        Require(orders.Transfer.Length == _county.Transfers.Length, "one order for each interconnection", nameof(orders));
        Require(orders.SourceLevel.Length == _sources.Length, "one level for each source", nameof(orders));
        Require(orders.Factor.Length == _county.GroupPatterns.Length, "one factor for each group of consumers", nameof(orders));
        Require(orders.Shape.Length == SupplyMap.GroupsPerZone, "one shape for each class and use", nameof(orders));
        Require(state.TankHeads.Length == _tanks.Length, "one head for each tank", nameof(state));
        Require(state.PumpSpeeds.Length == _pumps.Length, "one speed for each pump", nameof(state));
        Require(state.Controlled.Length == _controlled.Length, "one number for each valve and pipe that controls act on", nameof(state));
        var statuses = ImmutableDictionary.CreateBuilder<string, LinkStatus>(StringComparer.Ordinal);
        var settings = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        var speeds = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        var heads = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        var patterns = ImmutableDictionary.CreateBuilder<string, ImmutableArray<double>>(StringComparer.Ordinal);
        for (var t = 0; t < _tanks.Length; t++)
        {
            heads[_tanks[t]] = state.TankHeads[t];
        }

        for (var s = 0; s < _sources.Length; s++)
        {
            heads[_sources[s].Node] = double.IsFinite(orders.SourceLevel[s]) ? orders.SourceLevel[s] : _sources[s].Head;
        }

        for (var p = 0; p < _pumps.Length; p++)
        {
            speeds[_pumps[p].Id] = state.PumpSpeeds[p];
        }

        for (var c = 0; c < _controlled.Length; c++)
        {
            StateNumber.Set(_controlled[c], state.Controlled[c], statuses, settings);
        }

        for (var i = 0; i < _county.Intakes.Length; i++)
        {
            Order(_county.Intakes[i], orders.Intake[i]);
        }

        for (var x = 0; x < _county.Transfers.Length; x++)
        {
            Order(_county.Transfers[x], orders.Transfer[x]);
        }

        for (var g = 0; g < _county.GroupPatterns.Length; g++)
        {
            var factor = orders.Factor[g];
            patterns[_county.GroupPatterns[g]] = [.. orders.Shape[g % SupplyMap.GroupsPerZone].Select(m => factor * m)];
        }

        return new ScenarioInput
        {
            Statuses = statuses.ToImmutable(),
            ValveSettings = settings.ToImmutable(),
            PumpSpeeds = speeds.ToImmutable(),
            SourceHeads = heads.ToImmutable(),
            Patterns = patterns.ToImmutable(),
        };

        void Order(OrderedLink link, double? amount)
        {
            if (amount is not { } volume)
            {
                if (link.Unordered is { } status)
                {
                    statuses[link.Valve] = status;
                }

                return;
            }

            Require(double.IsFinite(volume), "orders that are numbers", nameof(orders));
            Set(link.Valve, volume);
            if (link.ReturnValve is not null)
            {
                Set(link.ReturnValve, -volume);
            }

            if (link.Pump is { } pump)
            {
                speeds[pump.Id] = volume < LeastOrder ? 0 : pump.Speed > 0 ? pump.Speed : 1;
            }
        }

        void Set(string valve, double volume)
        {
            if (volume < LeastOrder)
            {
                statuses[valve] = LinkStatus.Closed;
            }
            else
            {
                settings[valve] = volume / SecondsPerDay;
            }
        }
    }

    private static void Require(bool holds, string what, string parameter)
    {
        if (!holds)
        {
            throw new ArgumentException($"A day needs {what}.", parameter);
        }
    }
}
