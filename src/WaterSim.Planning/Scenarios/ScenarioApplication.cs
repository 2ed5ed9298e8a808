using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
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
        Require(scenario, system, network, null);
        return new Work(scenario, system, network, null).Do();
    }

    /// <summary>Applies a scenario to a year.</summary>
    /// <param name="scenario">A scenario that was read for such a year by <see cref="ScenarioReader.LoadForYear"/>.</param>
    /// <param name="system">The county.</param>
    /// <param name="network">The network that was read with it.</param>
    /// <param name="year">What the year would be without the scenario.</param>
    /// <remarks>
    /// Interconnections are closed and opened, plants and sources taken out by the dispatch, not in the network; changes without
    /// a window hold on all days, windows of outages on every day that they touch. The scenario's duration, model of
    /// demand, quality and indicators are not a year's.
    /// </remarks>
    /// <exception cref="ArgumentException">The scenario cannot be: what <see cref="ScenarioReader"/> refuses.</exception>
    public static AppliedYear ApplyToYear(Scenario scenario, CountySystem system, Network network, YearOptions year)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(year);
        Require(scenario, system, network, year);
        var dispatch = new YearDispatch(system, year);
        var applied = new Work(scenario, system, network, dispatch).Do();
        return new AppliedYear
        {
            Scenario = scenario,
            System = applied.System,
            Network = applied.Network,
            Options = dispatch.Options with { Inflow = applied.InflowYear ?? year.Inflow },
        };
    }

    private static void Require(Scenario scenario, CountySystem system, Network network, YearOptions? year)
    {
        if (ScenarioChecks.Of(scenario, system, network, year).FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } refused)
        {
            throw new ArgumentException(refused.ToString(), nameof(scenario));
        }
    }

    private sealed class Work
    {
        private const double SecondsPerDay = 86_400;

        private readonly Scenario _scenario;
        private readonly Network _network;
        private readonly NetworkEdit _edit;
        private readonly LinkOrders _links;
        private readonly DemandEdit _demands;
        private readonly BurstEdit _bursts;
        private readonly YearDispatch? _year;
        private readonly TimeSpan _duration;
        private CountySystem _system;
        private string? _inflow;
        private double? _waterPrice;

        public Work(Scenario scenario, CountySystem system, Network network, YearDispatch? year)
        {
            (_scenario, _system, _network, _year) = (scenario, system, network, year);
            var duration = year?.Duration ?? scenario.Duration ?? network.Times.Duration;

            // A year has times and a solver's options of its own.
            _edit = year is not null
                ? new NetworkEdit(network)
                : new NetworkEdit(network with { Times = network.Times with { Duration = duration } }) { Options = OptionsOf(scenario, system, network) };
            _links = new LinkOrders(_edit, duration);
            _demands = new DemandEdit(_edit, duration);
            _bursts = new BurstEdit(_edit, _links, duration);
            _duration = duration;
        }

        public AppliedScenario Do()
        {
            var county = _system;
            if (_year is not null)
            {
                _system = YearDispatch.WithPressure(_system, _scenario.RequiredPressure);
            }

            foreach (var change in _scenario.ChangesOf(_year is null ? ScenarioSpan.Day : ScenarioSpan.Year))
            {
                if (_year?.Take(change, _system) is { } taken)
                {
                    _system = taken;
                    continue;
                }

                Apply(change);
                _links.Add(LinkOrder.Of(change, county, _network));
            }

            _links.CarryOut();
            return new AppliedScenario
            {
                Scenario = _scenario,
                System = _system with { Economy = Priced(_system.Economy) },
                Network = _edit.Build(),
                InflowYear = _inflow,
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
                    if (Windows.IsWhole(factor.Window, _duration))
                    {
                        _system = DemandEdit.WithHouseholds(factor, _system);
                    }

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
                    _inflow = drought.Year;
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
                    HouseholdFactor = PerHeadOf(v) is > 0 and var usual ? v.PerHead / usual : 1,
                    ServiceHead = v.ServiceHead,
                    Nodes = [v.Id],
                }),
                Towns = [.. _system.Towns.Select(t => t.Id == v.Town ? t with { Villages = t.Villages + 1 } : t)],
            });
        }

        // What the county's demand counts for a villager, m3/s; null where it goes by the network.
        private double? PerHeadOf(NewVillage v) =>
            _system.Demand?.Classes.FirstOrDefault(c => c.Class == CommunityClass.Rural) is { } rural ? rural.PerHead * rural.Penetration / SecondsPerDay : null;

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
