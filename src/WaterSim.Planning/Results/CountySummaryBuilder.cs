using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Simulation;

namespace WaterSim.Planning.Results;

/// <summary>Computes the county's part of a <see cref="RunSummary"/>.</summary>
internal sealed class CountySummaryBuilder(SimulationResults results, RunStatistics statistics, CountySystem system)
{
    private const int WorstListed = 10;

    private readonly Network _network = results.Network;

    public ServiceSummary Service()
    {
        var communities = system.Communities.Select(Serve).ToImmutableArray();
        var owned = new bool[_network.Nodes.Length];
        foreach (var node in system.Communities.SelectMany(c => c.Nodes))
        {
            owned[Node(node)] = true;
        }

        double required = 0, delivered = 0;
        for (var i = 0; i < owned.Length; i++)
        {
            if (!owned[i] && _network.Nodes[i] is Junction)
            {
                required += statistics.Required[i];
                delivered += statistics.Delivered[i];
            }
        }

        return new ServiceSummary
        {
            People = system.People,
            PeopleServed = communities.Where(c => c.IsServed).Sum(c => c.Community.People),
            Communities = communities,
            NotServed = [.. communities.Where(c => !c.IsServed)],
            Worst = [.. communities.OrderBy(c => c.MinimumPressure ?? double.NegativeInfinity).Take(WorstListed)],
            OtherRequired = required,
            OtherDelivered = delivered,
        };
    }

    public ImmutableArray<TownDemand> Towns(ServiceSummary service)
    {
        var made = ImmutableArray.CreateBuilder<TownDemand>(system.Towns.Length);
        foreach (var town in system.Towns)
        {
            var mine = service.Communities.Where(c => c.Community.Town == town.Id).ToList();
            var nodes = mine.SelectMany(c => c.Community.Nodes).Select(Node).ToArray();
            var (required, peak, _) = statistics.MeanAndPeak(k => Sum(results.RequiredDemands(k), nodes));
            made.Add(new TownDemand
            {
                Town = town,
                PeopleServed = mine.Where(c => c.IsServed).Sum(c => c.Community.People),
                Required = required,
                Delivered = mine.Sum(c => c.Delivered),
                PeakRequired = peak,
            });
        }

        return made.MoveToImmutable();
    }

    public ImmutableArray<PlantSupply> Plants()
    {
        var made = ImmutableArray.CreateBuilder<PlantSupply>(system.Plants.Length);
        foreach (var plant in system.Plants)
        {
            var outlets = PlantFlows.Outlets(_network, plant);
            var intake = PlantFlows.Intake(_network, plant);
            var (mean, peak, at) = statistics.MeanAndPeak(k => PlantFlows.Sum(results.Flows(k), outlets));
            made.Add(new PlantSupply
            {
                Plant = plant,
                Output = mean,
                PeakOutput = peak,
                PeakTime = results.Times.IsEmpty ? TimeSpan.Zero : results.Times[at],
                Intake = intake.Length == 0
                    ? null
                    : statistics.MeanAndPeak(k => PlantFlows.Sum(results.Flows(k), intake)).Mean,
                CapacityUse = mean / plant.Capacity,
            });
        }

        return made.MoveToImmutable();
    }

    public ImmutableArray<BoosterUse> Boosters(ImmutableArray<PumpUse> pumps)
    {
        var byId = pumps.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var made = ImmutableArray.CreateBuilder<BoosterUse>(system.Boosters.Length);
        foreach (var station in system.Boosters)
        {
            double flow = 0, lifted = 0, energy = 0, useful = 0, cost = 0;
            var on = TimeSpan.Zero;
            foreach (var id in station.Duty.Concat(station.Standby))
            {
                if (!byId.TryGetValue(id, out var pump))
                {
                    throw CallerMistake.SystemDoesNotFit(
                        $"Booster {station.Id} names pump '{id}', which the network lacks.");
                }

                var link = _network.IndexOfLink(id);
                var mean = statistics.MeanAndPeak(k => Math.Max(0, results.Flows(k)[link])).Mean;
                flow += mean;
                lifted += mean * pump.Head;
                energy += pump.Energy;
                useful += pump.Energy * pump.Efficiency;
                cost += pump.Cost;
                on += pump.TimeOn;
            }

            made.Add(new BoosterUse
            {
                Station = station,
                TimeOn = on,
                Flow = flow,
                Head = flow > 0 ? lifted / flow : 0,
                Efficiency = energy > 0 ? useful / energy : 0,
                Energy = energy,
                Cost = cost,
            });
        }

        return made.MoveToImmutable();
    }

    private CommunityService Serve(Community community)
    {
        var served = !results.Times.IsEmpty;
        var worst = -1;
        double highest = double.NegativeInfinity, required = 0, delivered = 0, shortage = 0;
        foreach (var id in community.Nodes)
        {
            var i = Node(id);
            var pressure = statistics.MinimumPressure[i];
            if (worst < 0 || pressure < statistics.MinimumPressure[worst]
                || (double.IsNaN(pressure) && !double.IsNaN(statistics.MinimumPressure[worst])))
            {
                worst = i;
            }

            highest = double.IsNaN(statistics.MaximumPressure[i])
                ? double.NaN
                : Math.Max(highest, statistics.MaximumPressure[i]);
            required += statistics.Required[i];
            delivered += statistics.Delivered[i];
            shortage += Math.Max(0, statistics.Required[i] - statistics.Delivered[i]);

            // A comparison with NaN is false, so a node that no source reaches is not served.
            served &= pressure >= community.ServiceHead
                && (statistics.Required[i] <= 0
                    || statistics.Delivered[i] >= ServiceSummary.DeliveredShareOfService * statistics.Required[i]);
        }

        return new CommunityService
        {
            Community = community,
            IsServed = served,
            MinimumPressure = RunStatistics.Told(statistics.MinimumPressure[worst]),
            MinimumPressureTime = results.Times.IsEmpty ? TimeSpan.Zero : results.Times[statistics.MinimumAt[worst]],
            MinimumPressureNode = _network.Nodes[worst].Id,
            MaximumPressure = RunStatistics.Told(highest),
            Required = required,
            Delivered = delivered,
            Shortage = shortage * statistics.Span,
        };
    }

    private int Node(string id) => _network.IndexOfNode(id) is >= 0 and var i
        ? i
        : throw CallerMistake.SystemDoesNotFit($"The county system names node '{id}', which the network lacks.");

    private static double Sum(ReadOnlySpan<double> values, int[] at)
    {
        double sum = 0;
        foreach (var i in at)
        {
            sum += values[i];
        }

        return sum;
    }
}
