using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Scenarios.Changes;

namespace WaterSim.Planning.Scenarios;

/// <summary>Reads one entry of <c>changes:</c>; the ids it names are checked with the whole file.</summary>
internal sealed class ChangeParser(DiagnosticBag bag, SystemReferences references, CountySystem system, Network network)
{
    private const double Millimetre = 1e-3;
    private const double SecondsPerDay = 86_400;
    private const double LongestHours = 366 * 24;

    private readonly SchemeValues _values = new(bag);
    private readonly ChangeReferences _named = new(bag, references, system, network);

    private Dictionary<string, Func<MapBinder, ScenarioChange>> Kinds => field ??= new(StringComparer.Ordinal)
    {
        ["close_link"] = b => Timed(b, new CloseLink { Link = _named.Id(b, "link", ReferenceKind.Link) }),
        ["open_link"] = b => Timed(b, new OpenLink { Link = _named.Id(b, "link", ReferenceKind.Link) }),
        ["set_valve"] = SetValve,
        ["plant_outage"] = b => Timed(b, new PlantStop
        {
            Plant = _named.Id(b, "plant", ReferenceKind.Plant),
            StopsSupply = b.Value("stops", required: false) is not null && b.Word("stops", ("treatment", false), ("supply", true)),
        }),
        ["power_cut"] = PowerCut,
        ["burst"] = b => Timed(b, new Burst
        {
            Node = _named.Id(b, "node", ReferenceKind.Junction),
            Orifice = Orifice(b),
            DischargeCoefficient = Discharge(b),
        }),
        ["freeze_bursts"] = b => Timed(b, new FreezeBursts
        {
            Town = _named.Town(b),
            Class = _named.Class(b),
            Share = AboveZero(b, "share", 1),
            Orifice = Orifice(b),
            DischargeCoefficient = Discharge(b),
            Seed = _values.Whole(b, "seed", 0, int.MaxValue),
        }),
        ["fire_flow"] = b => Timed(b, new FireFlow { Node = _named.Id(b, "node", ReferenceKind.Junction), Flow = AboveZero(b, "flow_l_per_s", 1000) * 1e-3 }),
        ["demand_factor"] = b => Timed(b, new DemandFactor
        {
            Factor = _values.Between(b, "factor", 0, 100, 1),
            Town = _named.Town(b),
            Class = _named.Class(b),
            Use = _named.Use(b),
            Pattern = _named.Pattern(b, "pattern"),
        }),
        ["people_growth"] = b => new PeopleGrowth
        {
            PerYear = _values.Between(b, "per_year", -0.2, 0.2, 0),
            Years = _values.Whole(b, "years", 1, 100),
            Town = _named.Town(b),
            Class = _named.Class(b),
        },
        ["new_village"] = NewVillage,
        ["new_pipe"] = b => new NewPipe
        {
            Id = b.Id("id")?.Value ?? "",
            FromNode = _named.Id(b, "from_node", ReferenceKind.Node),
            ToNode = _named.Id(b, "to_node", ReferenceKind.Node),
            Length = AboveZero(b, "length_m", 1e6),
            Diameter = Diameter(b, "diameter_mm"),
            Roughness = Roughness(b),
        },
        ["replace_pipe"] = ReplacePipe,
        ["roughness_ageing"] = b => new RoughnessAgeing
        {
            Years = AboveZero(b, "years", 200),
            Growth = AboveZero(b, "growth_mm_per_year", 10) * Millimetre,
            FromDiameter = Optional(b, "from_mm") * Millimetre ?? 0,
            ToDiameter = Optional(b, "to_mm") * Millimetre,
        },
        ["source_pollution"] = b => Timed(b, new SourceShut { Source = _named.Id(b, "source", ReferenceKind.Source) }),
        ["reservoir_storage"] = b => new ReservoirStorage
        {
            Sources = _named.Ids(b, "sources", ReferenceKind.Source),
            Share = _values.Between(b, "share", 0, 1, 1),
        },
        ["drought_inflow"] = b => new DroughtInflow { Year = _named.Year(b) },
        ["tariff"] = Tariff,
        ["dispatch_rule"] = DispatchRule,
    };

    /// <summary>A change, or null where its kind is not known; it holds only where the bag has no errors.</summary>
    /// <param name="map">The entry.</param>
    /// <param name="number">Its place in the list, from 1.</param>
    public ScenarioChange? Parse(YamlMap map, int number)
    {
        var binder = new MapBinder(map, FormattableString.Invariant($"change {number}"), bag);
        if (binder.Text("kind") is not { } kind)
        {
            return null;
        }

        if (!Kinds.TryGetValue(kind.Value, out var parse))
        {
            bag.Error(
                "WS4201", kind.Line, kind.Column, $"no change is of the kind '{Printable.Text(kind.Value)}'",
                $"Write one of: {string.Join(", ", Kinds.Keys)}.", binder.Element);
            return null;
        }

        binder.Element = FormattableString.Invariant($"change {number} ({kind.Value})");
        ScenarioSpan? only = binder.Value("only", required: false) is null
            ? null
            : binder.Word("only", ("day", ScenarioSpan.Day), ("year", ScenarioSpan.Year));
        var change = parse(binder) with { Label = binder.Element, Location = bag.At(map), Only = only };
        binder.Finish();
        return change;
    }

    /// <summary>A time in hours, of whole seconds; null where there is none.</summary>
    public TimeSpan? Time(MapBinder binder, string key)
    {
        if (binder.Number(key, required: false) is not { } hours)
        {
            return null;
        }

        var seconds = Math.Round(hours * 3600);
        if (hours is < 0 or > LongestHours || Math.Abs((hours * 3600) - seconds) > 1e-6)
        {
            _values.Fault(
                "WS4203", binder, key, $"{key} is {SchemeValues.Show(hours)}", $"It must be from 0 to {LongestHours} h, in whole seconds.");
            return null;
        }

        return TimeSpan.FromSeconds(seconds);
    }

    private ScenarioChange Timed(MapBinder binder, ScenarioChange change)
    {
        var from = Time(binder, "from_h");
        var to = Time(binder, "to_h");
        if (to is { } end && end <= (from ?? TimeSpan.Zero))
        {
            _values.Fault("WS4203", binder, "to_h", "the window ends before it begins", "Let to_h be later than from_h.");
        }

        return from is null && to is null ? change : change with { Window = new TimeWindow(from ?? TimeSpan.Zero, to) };
    }

    private ScenarioChange SetValve(MapBinder binder)
    {
        var flow = Optional(binder, "flow_m3d");
        var pressure = Optional(binder, "pressure_m");
        if (flow is null == pressure is null)
        {
            Nothing(binder, "one of flow_m3d and pressure_m");
        }

        return Timed(binder, new SetValve
        {
            Valve = _named.Id(binder, "valve", ReferenceKind.Valve),
            IsFlow = flow is not null,
            Setting = flow / SecondsPerDay ?? pressure ?? 0,
        });
    }

    private ScenarioChange PowerCut(MapBinder binder)
    {
        var booster = _named.Optional(binder, "booster", ReferenceKind.Booster);
        var pump = _named.Optional(binder, "pump", ReferenceKind.Pump);
        if (booster is null == pump is null)
        {
            Nothing(binder, "one of booster and pump");
        }

        return Timed(binder, new PowerCut { Booster = booster, Pump = pump });
    }

    private NewVillage NewVillage(MapBinder binder) => new()
    {
        Id = binder.Id("id")?.Value ?? "",
        Name = binder.Name("name"),
        Town = _named.Id(binder, "town", ReferenceKind.Town),
        People = binder.Count("people") ?? 0,
        PerHead = AboveZero(binder, "per_head_l", 1000) * 1e-3 / SecondsPerDay,
        ServiceHead = _values.Between(binder, "service_head_m", 0, 100, 0),
        Elevation = _values.Between(binder, "elevation_m", -500, 9000, 0),
        FromNode = _named.Id(binder, "from_node", ReferenceKind.Junction),
        Length = AboveZero(binder, "length_m", 1e6),
        Diameter = Diameter(binder, "diameter_mm"),
        Roughness = Roughness(binder),
        Pattern = _named.Pattern(binder, "pattern"),
    };

    private ReplacePipe ReplacePipe(MapBinder binder)
    {
        var made = new ReplacePipe
        {
            Pipe = _named.Id(binder, "pipe", ReferenceKind.Pipe),
            Diameter = binder.Map.Find("diameter_mm") is null ? Optional(binder, "diameter_mm") : Diameter(binder, "diameter_mm"),
            Roughness = binder.Map.Find("roughness") is null ? Optional(binder, "roughness") : Roughness(binder),
        };
        if (made is { Diameter: null, Roughness: null })
        {
            Nothing(binder, "diameter_mm, roughness or both");
        }

        return made;
    }

    private TariffChange Tariff(MapBinder binder)
    {
        var made = new TariffChange
        {
            Water = Optional(binder, "water_yuan_m3"),
            Electricity = Optional(binder, "electricity_yuan_kwh"),
            ElectricityPattern = _named.Pattern(binder, "electricity_pattern"),
        };
        if (made is { Water: null, Electricity: null, ElectricityPattern: null })
        {
            Nothing(binder, "water_yuan_m3, electricity_yuan_kwh or electricity_pattern");
        }

        return made;
    }

    private DispatchRule DispatchRule(MapBinder binder)
    {
        var made = new DispatchRule
        {
            RequiredPressure = Optional(binder, "required_pressure_m"),
            BalanceWeight = Optional(binder, "balance_yuan_m3"),
            TankRecovery = binder.Map.Find("tank_recovery") is null ? Optional(binder, "tank_recovery") : _values.Between(binder, "tank_recovery", 0, 1, 0),
        };
        if (made is { RequiredPressure: null, BalanceWeight: null, TankRecovery: null })
        {
            Nothing(binder, "required_pressure_m, balance_yuan_m3 or tank_recovery");
        }

        return made;
    }

    private void Nothing(MapBinder binder, string wanted) =>
        bag.Error("WS4204", binder.Map.Line, binder.Map.Column, "it does not say what changes, or says it twice", $"Give {wanted}.", binder.Element);

    private double AboveZero(MapBinder binder, string key, double most)
    {
        if (binder.Number(key) is not { } number)
        {
            return 1;
        }

        if (number > 0 && number <= most)
        {
            return number;
        }

        _values.OutOfRange(binder, key, SchemeValues.Show(number), FormattableString.Invariant($"It must be more than 0 and at most {most}."));
        return 1;
    }

    private double? Optional(MapBinder binder, string key) => _values.NotNegative(binder, key);

    private double Diameter(MapBinder binder, string key) => AboveZero(binder, key, 10_000) * Millimetre;

    private double Orifice(MapBinder binder) => AboveZero(binder, "orifice_mm", 2000) * Millimetre;

    private double Discharge(MapBinder binder) =>
        binder.Map.Find("discharge_coefficient") is null
            ? Optional(binder, "discharge_coefficient") ?? 0.6
            : AboveZero(binder, "discharge_coefficient", 1);

    // Roughness heights stand in mm in files, the other terms have no unit.
    private double Roughness(MapBinder binder) => AboveZero(binder, "roughness", 1000)
        * (network.Options.HeadLoss == HeadLossFormula.DarcyWeisbach ? Millimetre : 1);
}
