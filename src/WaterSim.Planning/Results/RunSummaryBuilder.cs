using System.Collections.Immutable;
using MathNet.Numerics.Statistics;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Simulation;

namespace WaterSim.Planning.Results;

/// <summary>Computes a <see cref="RunSummary"/>: the network's part. <see cref="CountySummaryBuilder"/> adds the county's.</summary>
internal sealed class RunSummaryBuilder(SimulationResults results, CountySystem? system)
{
    private const int WorstListed = 10;

    private readonly Network _network = results.Network;
    private readonly RunStatistics _statistics = new(results);

    public RunSummary Build()
    {
        var pumps = Pumps();
        var county = system is null ? null : new CountySummaryBuilder(results, _statistics, system);
        var service = county?.Service();
        var energy = results.Energy.Sum(e => e.Energy);
        var demand = JunctionMeans();
        var quality = new QualitySummaryBuilder(results).Build();
        return new RunSummary
        {
            Outcome = results.Outcome,
            Duration = Duration(),
            ReportedTimes = results.Times.Length,
            Size = NetworkSize.Of(_network),
            County = system?.Name,
            Service = service,
            Plants = county?.Plants() ?? [],
            Towns = county?.Towns(service!) ?? [],
            CountyQuality = system is null ? null : new CountyQualityBuilder(results, _statistics, system).Build(),
            Sources = Sources(),
            Tanks = Tanks(),
            Pumps = pumps,
            Boosters = county?.Boosters(pumps) ?? [],
            WorstNodes = WorstNodes(),
            LowestPressures = Quantiles(service is null
                ? JudgedJunctions().Select(i => _statistics.MinimumPressure[i])
                : service.Communities.Select(c => c.MinimumPressure ?? double.NaN)),
            Valves = Valves(),
            Required = demand.Required,
            Delivered = demand.Delivered,
            Energy = energy,
            EnergyCost = results.Energy.Sum(e => e.Cost),
            EnergyPerVolume = results.Balance.Delivered > 0 ? energy / results.Balance.Delivered : null,
            Balance = results.Balance,
            Solver = Solver(),
            Quality = quality,
            Warnings =
            [
                .. results.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning),
                .. QualitySummaryBuilder.Warnings(quality),
            ],
        };
    }

    private TimeSpan Duration() =>
        results.Steps.IsEmpty ? TimeSpan.Zero : TimeSpan.FromSeconds(results.Steps[^1].Time + results.Steps[^1].Length);

    private (double Required, double Delivered) JunctionMeans()
    {
        double required = 0, delivered = 0;
        for (var i = 0; i < _network.Nodes.Length; i++)
        {
            if (_network.Nodes[i] is Junction)
            {
                required += _statistics.Required[i];
                delivered += _statistics.Delivered[i];
            }
        }

        return (required, delivered);
    }

    private ImmutableArray<SourceDraw> Sources()
    {
        var made = ImmutableArray.CreateBuilder<SourceDraw>();
        for (var i = 0; i < _network.Nodes.Length; i++)
        {
            if (_network.Nodes[i] is Reservoir reservoir)
            {
                var node = i;
                var (mean, peak, _) = _statistics.MeanAndPeak(k => -results.Demands(k)[node]);
                made.Add(new SourceDraw
                {
                    Id = reservoir.Id,
                    Source = system?.Sources.FirstOrDefault(s => s.Id == reservoir.Id),
                    Draw = mean,
                    PeakDraw = peak,
                });
            }
        }

        return made.ToImmutable();
    }

    private ImmutableArray<TankCycle> Tanks()
    {
        var links = LinksAtTanks();
        var made = ImmutableArray.CreateBuilder<TankCycle>();
        for (var i = 0; i < _network.Nodes.Length; i++)
        {
            if (_network.Nodes[i] is Tank tank)
            {
                made.Add(Cycle(tank, i, links[tank.Id]));
            }
        }

        return made.ToImmutable();
    }

    // By the tank's id its links, with the sign of a flow out of it.
    private Dictionary<string, List<(int Link, int Sign)>> LinksAtTanks()
    {
        var links = _network.Nodes.OfType<Tank>()
            .ToDictionary(t => t.Id, _ => new List<(int Link, int Sign)>(), StringComparer.Ordinal);
        for (var j = 0; j < _network.Links.Length && links.Count > 0; j++)
        {
            links.GetValueOrDefault(_network.Links[j].FromNode)?.Add((j, 1));
            links.GetValueOrDefault(_network.Links[j].ToNode)?.Add((j, -1));
        }

        return links;
    }

    private TankCycle Cycle(Tank tank, int node, List<(int Link, int Sign)> links)
    {
        var volume = TankShape.FullVolume(tank, _network);
        var (meanOut, _, _) = _statistics.MeanAndPeak(
            k => links.Sum(l => Math.Max(0, l.Sign * results.Flows(k)[l.Link])));
        var outflow = meanOut * _statistics.Span;
        var last = results.Times.Length - 1;
        return new TankCycle
        {
            Id = tank.Id,
            Tank = system?.Tanks.FirstOrDefault(t => t.Id == tank.Id),
            Plant = system?.Plants.FirstOrDefault(p => p.ClearWell == tank.Id),
            Volume = volume,
            StartLevel = last < 0 ? tank.InitialLevel : results.Pressures(0)[node],
            EndLevel = last < 0 ? tank.InitialLevel : results.Pressures(last)[node],
            MinimumLevel = last < 0 ? tank.InitialLevel : _statistics.MinimumPressure[node],
            MaximumLevel = last < 0 ? tank.InitialLevel : _statistics.MaximumPressure[node],
            Outflow = outflow,
            Turnover = volume > 0 && _statistics.Span > 0
                ? ReportUnits.CubicMetersPerDay(meanOut) / volume
                : null,
        };
    }

    private ImmutableArray<PumpUse> Pumps()
    {
        var byLink = results.Energy.ToDictionary(e => e.Link);
        var made = ImmutableArray.CreateBuilder<PumpUse>();
        for (var j = 0; j < _network.Links.Length; j++)
        {
            if (_network.Links[j] is not Pump pump)
            {
                continue;
            }

            double on = 0, flow = 0, head = 0;
            for (var k = 0; k < results.Times.Length; k++)
            {
                if (results.Statuses(k)[j] != LinkStatus.Closed && results.Flows(k)[j] > 0)
                {
                    on += _statistics.Weight(k);
                    flow += _statistics.Weight(k) * results.Flows(k)[j];
                    head -= _statistics.Weight(k) * results.HeadLosses(k)[j];
                }
            }

            var energy = byLink.GetValueOrDefault(j);
            made.Add(new PumpUse
            {
                Id = pump.Id,
                TimeOn = Duration() * (energy?.Utilization ?? 0),
                Flow = on > 0 ? flow / on : 0,
                Head = on > 0 ? head / on : 0,
                Efficiency = energy?.AverageEfficiency ?? 0,
                Energy = energy?.Energy ?? 0,
                PeakPower = energy?.PeakPower ?? 0,
                Cost = energy?.Cost ?? 0,
            });
        }

        return made.ToImmutable();
    }

    // Pressure matters where water is drawn; a junction at a plant's outlet may well stand at zero.
    private IEnumerable<int> JudgedJunctions()
    {
        var junctions = Enumerable.Range(0, _network.Nodes.Length).Where(i => _network.Nodes[i] is Junction).ToList();
        var drawing = junctions.Where(i => _statistics.Required[i] > 0).ToList();
        return drawing.Count > 0 ? drawing : junctions;
    }

    private ImmutableArray<NodePressure> WorstNodes() => results.Times.IsEmpty
        ? []
        : [
            .. JudgedJunctions()
                .OrderBy(i => _statistics.MinimumPressure[i]) // NaN comes first: no source at all.
                .ThenBy(i => i)
                .Take(WorstListed)
                .Select(i => new NodePressure(
                    _network.Nodes[i].Id,
                    RunStatistics.Told(_statistics.MinimumPressure[i]),
                    results.Times[_statistics.MinimumAt[i]])),
        ];

    private static PressureQuantiles? Quantiles(IEnumerable<double> pressures)
    {
        var sorted = pressures.Where(double.IsFinite).Order().ToArray();
        return sorted.Length == 0
            ? null
            : new PressureQuantiles(
                sorted.Length,
                sorted[0],
                SortedArrayStatistics.Quantile(sorted, 0.05),
                SortedArrayStatistics.Quantile(sorted, 0.25),
                SortedArrayStatistics.Quantile(sorted, 0.5),
                SortedArrayStatistics.Quantile(sorted, 0.75),
                SortedArrayStatistics.Quantile(sorted, 0.95),
                sorted[^1]);
    }

    private ImmutableArray<ValveActivity> Valves()
    {
        var byKind = new SortedDictionary<ValveKind, (int Count, int Ever, int Always)>();
        for (var j = 0; j < _network.Links.Length; j++)
        {
            if (_network.Links[j] is not Valve valve)
            {
                continue;
            }

            var active = 0;
            for (var k = 0; k < results.Times.Length; k++)
            {
                active += results.Statuses(k)[j] == LinkStatus.Active ? 1 : 0;
            }

            var (count, ever, always) = byKind.GetValueOrDefault(valve.Kind);
            byKind[valve.Kind] = (
                count + 1,
                ever + (active > 0 ? 1 : 0),
                always + (active > 0 && active == results.Times.Length ? 1 : 0));
        }

        return [.. byKind.Select(v => new ValveActivity(v.Key, v.Value.Count, v.Value.Ever, v.Value.Always))];
    }

    private SolverEffort Solver()
    {
        StepReport? worst = null, mass = null, energy = null;
        var iterations = 0;
        var unconverged = 0;
        double change = 0;
        foreach (var step in results.Steps)
        {
            iterations += step.Iterations;
            unconverged += step.Converged ? 0 : 1;
            change = Math.Max(change, step.RelativeFlowChange);
            worst = worst is null || step.Iterations > worst.Value.Iterations ? step : worst;
            mass = mass is null || step.MassResidual > mass.Value.MassResidual ? step : mass;
            energy = energy is null || step.EnergyResidual > energy.Value.EnergyResidual ? step : energy;
        }

        return new SolverEffort
        {
            Steps = results.Steps.Length,
            Iterations = iterations,
            WorstIterations = worst?.Iterations ?? 0,
            WorstTime = TimeSpan.FromSeconds(worst?.Time ?? 0),
            Unconverged = unconverged,
            MassResidual = mass?.MassResidual ?? 0,
            MassResidualNode = mass is { WorstNode: >= 0 and var node } ? _network.Nodes[node].Id : null,
            EnergyResidual = energy?.EnergyResidual ?? 0,
            EnergyResidualLink = energy is { WorstLink: >= 0 and var link } ? _network.Links[link].Id : null,
            RelativeFlowChange = change,
        };
    }
}
