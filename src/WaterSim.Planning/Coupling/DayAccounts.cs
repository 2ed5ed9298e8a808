using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Resources;
using WaterSim.Planning.Results;
using WaterSim.Simulation;

namespace WaterSim.Planning.Coupling;

/// <summary>Sums a day's or an hour's volumes up by intake, plant, interconnection, community and zone.</summary>
internal sealed class DayAccounts
{
    private readonly CountySystem _system;
    private readonly int _zones;
    private readonly int[] _zoneOfNode;
    private readonly int[] _communityOfNode;
    private readonly (int Link, int Sign)[] _intakes;
    private readonly (int Link, int Back)[] _transfers;
    private readonly (int Link, int Sign)[][] _outlets;
    private readonly (int Node, double Bottom)[] _tanks;
    private readonly double[] _elevations;

    /// <summary>Prepares the sums.</summary>
    /// <param name="system">The county.</param>
    /// <param name="network">The network that was read.</param>
    /// <param name="map">Its map.</param>
    /// <param name="county">The network as it is run.</param>
    /// <param name="communityOfNode">Community of each node of the network that was read, or -1.</param>
    public DayAccounts(CountySystem system, Network network, SupplyMap map, CountyNetwork county, int[] communityOfNode)
    {
        var run = county.Network;
        (_system, _zones) = (system, map.Zones.Length);
        var nodes = run.Nodes.Select(n => network.IndexOfNode(n.Id)).ToArray();
        _zoneOfNode = Array.ConvertAll(nodes, i => i >= 0 ? map.ZoneOfNode[i] : -1);
        _communityOfNode = Array.ConvertAll(nodes, i => i >= 0 ? communityOfNode[i] : -1);
        _intakes = [.. county.Intakes.Select(l => (run.IndexOfLink(l.Link), l.Sign))];
        _transfers = [.. county.Transfers.Select(l => (
            run.IndexOfLink(l.Link), l is { IsReturnApart: true, ReturnValve: { } back } ? run.IndexOfLink(back) : -1))];
        _outlets = [.. system.Plants.Select(p => PlantFlows.Outlets(run, p))];
        _tanks = [.. network.Nodes.OfType<Tank>().Select(t => (run.IndexOfNode(t.Id), t.Elevation))];
        _elevations = [.. run.Nodes.Select(n => n is Junction junction ? junction.Elevation : double.NaN)];
    }

    /// <summary>A day's sums.</summary>
    /// <param name="day">What the pipes have moved.</param>
    /// <param name="end">How they were left.</param>
    public DayDelivery Of(PeriodVolumes day, CountyState end)
    {
        var communities = _system.Communities.Length;
        var (required, delivered, lowest) = (new double[communities], new double[communities], new double[communities]);
        var (zoneRequired, zoneDelivered) = (new double[_zones], new double[_zones]);
        var (zoneLeaked, zoneStored) = (new double[_zones], new double[_zones]);
        Array.Fill(lowest, double.PositiveInfinity);
        var elsewhere = 0.0;
        for (var i = 0; i < _zoneOfNode.Length; i++)
        {
            var (zone, community) = (_zoneOfNode[i], _communityOfNode[i]);
            if (zone >= 0)
            {
                zoneRequired[zone] += day.Required[i];
                zoneDelivered[zone] += day.Delivered[i];
                zoneLeaked[zone] += day.Discharged[i];
                zoneStored[zone] += day.Stored[i];
            }
            else
            {
                elsewhere += day.Delivered[i] + day.Discharged[i] + day.Stored[i];
            }

            if (community >= 0)
            {
                required[community] += day.Required[i];
                delivered[community] += day.Delivered[i];

                lowest[community] = Math.Min(lowest[community], PressureOf(day.LowestPressure[i]));
            }
        }

        ImmutableArray<double> intake = [.. _intakes.Select(l => l.Sign * day.Passed[l.Link])];
        var error = intake.Sum() + day.Balance.Rounding - zoneDelivered.Sum() - zoneLeaked.Sum() - zoneStored.Sum()
            - day.Balance.Overflow - elsewhere;
        return new DayDelivery
        {
            Intake = intake,
            PlantOutput = Outputs(day.Passed.AsSpan()),
            Transfer = Transfers(day.Passed.AsSpan()),
            Required = [.. required],
            Delivered = [.. delivered],
            LowestPressure = [.. lowest],
            ZoneRequired = [.. zoneRequired],
            ZoneDelivered = [.. zoneDelivered],
            ZoneLeaked = [.. zoneLeaked],
            ZoneStored = [.. zoneStored],
            Overflow = day.Balance.Overflow,
            Rounding = day.Balance.Rounding,
            Error = error,
            Energy = day.Energy.Sum(e => e.Energy),
            EnergyCost = day.Energy.Sum(e => e.Cost),
            IsConverged = day.Outcome == SimulationOutcome.Completed,
            End = end,
        };
    }

    /// <summary>An hour's sums.</summary>
    public DayHour Of(PeriodHour hour)
    {
        var communities = _system.Communities.Length;
        var (required, delivered, lowest) = (new double[communities], new double[communities], new double[communities]);
        Array.Fill(lowest, double.PositiveInfinity);
        for (var i = 0; i < _communityOfNode.Length; i++)
        {
            if (_communityOfNode[i] is >= 0 and var community)
            {
                required[community] += hour.Required[i];
                delivered[community] += hour.Delivered[i];
                lowest[community] = Math.Min(lowest[community], PressureOf(hour.Heads[i] - _elevations[i]));
            }
        }

        var levels = new double[_tanks.Length];
        for (var t = 0; t < levels.Length; t++)
        {
            levels[t] = hour.Heads[_tanks[t].Node] - _tanks[t].Bottom;
        }

        return new DayHour
        {
            PlantOutput = Outputs(hour.Passed),
            Transfer = Transfers(hour.Passed),
            TankLevel = [.. levels],
            Required = [.. required],
            Delivered = [.. delivered],
            LowestPressure = [.. lowest],
        };
    }

    // Without a source there is no pressure.
    private static double PressureOf(double found) => double.IsNaN(found) ? 0 : found;

    private ImmutableArray<double> Outputs(ReadOnlySpan<double> passed)
    {
        var outputs = new double[_outlets.Length];
        for (var p = 0; p < outputs.Length; p++)
        {
            outputs[p] = PlantFlows.Sum(passed, _outlets[p]);
        }

        return [.. outputs];
    }

    private ImmutableArray<double> Transfers(ReadOnlySpan<double> passed)
    {
        var transfers = new double[_transfers.Length];
        for (var x = 0; x < transfers.Length; x++)
        {
            var (link, back) = _transfers[x];
            transfers[x] = passed[link] - (back >= 0 ? passed[back] : 0);
        }

        return [.. transfers];
    }
}
