using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Resources;
using WaterSim.Planning.Scenarios.Changes;

namespace WaterSim.Planning.Scenarios;

/// <summary>Makes of a county and its network what a scenario leaves of them; those that were read stay.</summary>
public static class ScenarioApplication
{
    /// <summary>Applies a scenario.</summary>
    /// <param name="scenario">A scenario that was read against the same county.</param>
    /// <param name="system">The county.</param>
    /// <param name="network">The network that was read with it.</param>
    /// <exception cref="ArgumentException">The scenario cannot be: what <see cref="ScenarioReader"/> refuses.</exception>
    public static AppliedScenario Apply(Scenario scenario, CountySystem system, Network network)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(network);
        var refused = new ScenarioChecks(scenario, system, network).Check().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error);
        if (refused is not null)
        {
            throw new ArgumentException(refused.ToString(), nameof(scenario));
        }

        return new Work(scenario, system, network).Do();
    }

    private sealed class Work
    {
        private readonly Scenario _scenario;
        private readonly Network _network;
        private readonly NetworkEdit _edit;
        private readonly LinkOrders _links;
        private readonly DemandEdit _demands;
        private readonly BurstEdit _bursts;
        private CountySystem _system;
        private string? _year;
        private double? _waterPrice;

        public Work(Scenario scenario, CountySystem system, Network network)
        {
            (_scenario, _system, _network) = (scenario, system, network);
            var duration = scenario.Duration ?? network.Times.Duration;
            _edit = new NetworkEdit(network with { Times = network.Times with { Duration = duration } }) { Options = OptionsOf(scenario, system, network) };
            _links = new LinkOrders(_edit, duration);
            _demands = new DemandEdit(_edit, duration);
            _bursts = new BurstEdit(_edit, _links, duration);
        }

        public AppliedScenario Do()
        {
            var county = _system;
            foreach (var change in _scenario.Changes)
            {
                Apply(change);
                _links.Add(LinkOrder.Of(change, county, _network));
            }

            _links.CarryOut();
            return new AppliedScenario
            {
                Scenario = _scenario,
                System = _system with { Economy = Priced(_system.Economy) },
                Network = _edit.Build(),
                InflowYear = _year,
                WaterPrice = _waterPrice,
            };
        }

        private EconomyScheme? Priced(EconomyScheme? economy) => economy is not null && _waterPrice is { } price
            ? economy with { Tariffs = [.. economy.Tariffs.Select(t => t.Flat(price))] }
            : economy;

        private void Apply(ScenarioChange change)
        {
            switch (change)
            {
                case Burst burst:
                    _bursts.Apply(burst);
                    break;
                case FreezeBursts frost:
                    _bursts.Apply(frost, _system);
                    break;
                case FireFlow fire:
                    _demands.Apply(fire);
                    break;
                case DemandFactor factor:
                    _demands.Apply(factor, _system);
                    break;
                case PeopleGrowth growth:
                    _system = _demands.Apply(growth, _system);
                    break;
                case NewVillage village:
                    Add(village);
                    break;
                case NewPipe p:
                    _edit.Add(new Pipe
                    {
                        Id = p.Id,
                        FromNode = p.FromNode,
                        ToNode = p.ToNode,
                        Length = p.Length,
                        Diameter = p.Diameter,
                        Roughness = p.Roughness,
                    });
                    break;
                case ReplacePipe replaced:
                    var old = (Pipe)_edit.LinkOf(replaced.Pipe);
                    _edit.Set(old with { Diameter = replaced.Diameter ?? old.Diameter, Roughness = replaced.Roughness ?? old.Roughness });
                    break;
                case RoughnessAgeing ageing:
                    _edit.ChangeLinks(l => l is Pipe p && PipeAgeing.Holds(ageing, p)
                        ? p with { Roughness = PipeAgeing.Aged(ageing, p, _edit.Options.HeadLoss) }
                        : l);
                    break;
                case ReservoirStorage storage:
                    Lower(storage);
                    break;
                case DroughtInflow drought:
                    _year = drought.Year;
                    break;
                case TariffChange tariff:
                    _waterPrice = tariff.Water ?? _waterPrice;
                    _edit.Energy = _edit.Energy with
                    {
                        Price = tariff.Electricity ?? _edit.Energy.Price,
                        PricePatternId = tariff.ElectricityPattern ?? _edit.Energy.PricePatternId,
                    };
                    break;
                case DispatchRule rule:
                    var dispatch = _system.Dispatch!;
                    _system = _system with
                    {
                        Dispatch = dispatch with
                        {
                            RequiredPressure = rule.RequiredPressure ?? dispatch.RequiredPressure,
                            BalanceWeight = rule.BalanceWeight ?? dispatch.BalanceWeight,
                            TankRecovery = rule.TankRecovery ?? dispatch.TankRecovery,
                        },
                    };
                    break;
                default:
                    // What is about links is carried out at the end.
                    break;
            }
        }

        private void Add(NewVillage v)
        {
            var category = _system.Demand?.Uses.FirstOrDefault(u => u.Use == WaterUse.Domestic)?.Categories[^1];
            _edit.Add(new Junction
            {
                Id = v.Id,
                Elevation = v.Elevation,
                Position = _edit.NodeOf(v.FromNode).Position,
                Demands = [new Demand(v.People * v.PerHead / _edit.Options.DemandMultiplier, v.Pattern, category)],
            });
            _edit.Add(new Pipe
            {
                Id = MainOf(v),
                FromNode = v.FromNode,
                ToNode = v.Id,
                Length = v.Length,
                Diameter = v.Diameter,
                Roughness = v.Roughness,
            });
            _system = DemandEdit.WithPeople(_system with
            {
                Communities = _system.Communities.Add(new Community
                {
                    Id = v.Id,
                    Name = v.Name,
                    Town = v.Town,
                    Class = CommunityClass.Rural,
                    People = v.People,
                    ServiceHead = v.ServiceHead,
                    Nodes = [v.Id],
                }),
                Towns = [.. _system.Towns.Select(t => t.Id == v.Town ? t with { Villages = t.Villages + 1 } : t)],
            });
        }

        private void Lower(ReservoirStorage storage)
        {
            foreach (var id in storage.Sources)
            {
                var reservoir = _system.Resources!.Reservoirs.First(r => r.Source == id);
                var curve = new StorageCurve(reservoir.Curve);
                var level = curve.Level(storage.Share * curve.Volume(reservoir.NormalLevel));
                _edit.ChangeNodes(n => n is Reservoir r && r.Id == id ? r with { Head = level, HeadPatternId = null } : n);
                var floor = curve.Volume(reservoir.FloorLevel);
                var live = Math.Max(0, (curve.Volume(level) - floor) / (curve.Volume(reservoir.NormalLevel) - floor));
                _system = _system with
                {
                    Resources = _system.Resources with
                    {
                        Reservoirs = [.. _system.Resources.Reservoirs.Select(r => r.Source == id ? r with { InitialLive = live } : r)],
                    },
                };
            }
        }

        private static HydraulicOptions OptionsOf(Scenario scenario, CountySystem system, Network network)
        {
            var isByPressure = scenario.DemandModel == Model.DemandModel.PressureDriven;
            return network.Options with
            {
                DemandModel = scenario.DemandModel ?? network.Options.DemandModel,
                RequiredPressure = scenario.RequiredPressure
                    ?? (isByPressure ? system.Dispatch?.RequiredPressure : null)
                    ?? network.Options.RequiredPressure,

                // Where pressure is short, valves are judged when flows have come to rest, as in a year's days: judged on the way
                // they may open and shut for ever.
                MaxCheck = isByPressure ? 1 : network.Options.MaxCheck,
                Accuracy = isByPressure ? Math.Min(1e-7, network.Options.Accuracy) : network.Options.Accuracy,
            };
        }
    }

    /// <summary>Id of the pipe of a new village.</summary>
    internal static string MainOf(NewVillage village) => village.Id + "-MAIN";
}
