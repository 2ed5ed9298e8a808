using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>Reads the <c>dispatch:</c> part of a county system but for its drought ladder.</summary>
internal sealed class DispatchParser(DiagnosticBag bag, SystemReferences references)
{
    private const string Element = "dispatch";

    private readonly SchemeValues _values = new(bag);

    public DispatchScheme Parse(YamlMap map)
    {
        var binder = new MapBinder(map, Element, bag);
        var made = new DispatchScheme
        {
            RequiredPressure = binder.NumberAbove("required_pressure_m", 0, inclusive: false, otherwise: 1),
            BalanceWeight = _values.NotNegative(binder, "balance_yuan_m3") ?? 0,
            TankRecovery = _values.Between(binder, "tank_recovery", 0, 1, otherwise: 0.5, required: false),
            Plants = Plants(binder),
            Links = Links(binder),
            Priorities = Priorities(binder),
            Stages = new DroughtStageParser(bag).Parse(binder),
        };
        binder.Finish();
        return made;
    }

    private ImmutableArray<PlantOperation> Plants(MapBinder dispatch)
    {
        var seen = new Dictionary<string, YamlText>(StringComparer.Ordinal);
        var plants = ImmutableArray.CreateBuilder<PlantOperation>();
        foreach (var map in dispatch.Maps("plants", required: false))
        {
            var (binder, id) = Begin(map, "plants", ReferenceKind.Plant, seen);
            var loss = _values.Between(binder, "loss", 0, 1, otherwise: 0, required: false);
            if (loss == 1)
            {
                _values.OutOfRange(binder, "loss", "1", "It must be less than 1: nothing would be left.");
            }

            plants.Add(new PlantOperation
            {
                Plant = id,
                Loss = loss,
                ChemicalCost = _values.NotNegative(binder, "chemical_yuan_m3") ?? 0,
                EnergyCost = _values.NotNegative(binder, "energy_yuan_m3") ?? 0,
                RawWaterCost = _values.NotNegative(binder, "raw_water_yuan_m3") ?? 0,
                Outages = Outages(binder),
            });
            binder.Finish();
        }

        return plants.ToImmutable();
    }

    private ImmutableArray<PlantOutage> Outages(MapBinder plant)
    {
        var outages = ImmutableArray.CreateBuilder<PlantOutage>();
        DateOnly? last = null;
        foreach (var map in plant.Maps("outages", required: false))
        {
            var binder = new MapBinder(map, $"{plant.Element} outages", bag);
            var from = SchemeValues.Date(binder, "from");
            var to = SchemeValues.Date(binder, "to");
            var available = _values.Between(binder, "available", 0, 1, otherwise: 1);
            if (to < from)
            {
                _values.Fault("WS4059", binder, "to", FormattableString.Invariant($"the outage ends {to:yyyy-MM-dd}, before it begins {from:yyyy-MM-dd}"), "Give the first day, then the last; both belong to it.");
            }
            else if (from <= last)
            {
                _values.Fault("WS4059", binder, "from", FormattableString.Invariant($"the outage begins {from:yyyy-MM-dd}, the one above lasts until {last:yyyy-MM-dd}"), "List outages in the order of their days, without overlap.");
            }

            last = to ?? last;
            if (from is not null && to is not null)
            {
                outages.Add(new PlantOutage(from.Value, to.Value, available));
            }

            binder.Finish();
        }

        return outages.ToImmutable();
    }

    private ImmutableArray<LinkOperation> Links(MapBinder dispatch)
    {
        var seen = new Dictionary<string, YamlText>(StringComparer.Ordinal);
        var links = ImmutableArray.CreateBuilder<LinkOperation>();
        foreach (var map in dispatch.Maps("links", required: false))
        {
            var (binder, id) = Begin(map, "links", ReferenceKind.Interconnection, seen);
            var direction = binder.Map.Find("direction") is null
                ? 1
                : binder.Word("direction", ("forward", 1), ("backward", -1), ("both", 0));
            binder.Value("direction", required: false);
            var made = new LinkOperation
            {
                Interconnection = id,
                Capacity = binder.NumberAbove("capacity_m3d", 0, inclusive: true, otherwise: double.MaxValue),
                Normal = _values.NotNegative(binder, "normal_m3d") ?? 0,
                BothWays = direction == 0,
                Backward = direction == -1,
                Cost = _values.NotNegative(binder, "cost_yuan_m3") ?? 0,
                OnlyInDrought = SchemeValues.Flag(binder, "only_in_drought"),
            };
            if (made.Normal > made.Capacity)
            {
                _values.Fault(
                    "WS4064", binder, "normal_m3d", $"normal_m3d {SchemeValues.Show(made.Normal)} is more than capacity_m3d {SchemeValues.Show(made.Capacity)}",
                    "Let no more pass on a normal day than the link can pass.");
            }
            else if (made.OnlyInDrought && made.Normal > 0)
            {
                _values.Fault(
                    "WS4064", binder, "normal_m3d", $"{SchemeValues.Show(made.Normal)} m3/d are to pass on normal days by a link that is only_in_drought",
                    "Leave one of the two out.");
            }

            links.Add(made);
            binder.Finish();
        }

        return links.ToImmutable();
    }

    private ImmutableArray<SupplyPriority> Priorities(MapBinder dispatch)
    {
        var seen = new Dictionary<(CommunityClass, WaterUse), YamlMap>();
        var priorities = ImmutableArray.CreateBuilder<SupplyPriority>();
        var before = double.PositiveInfinity;
        foreach (var map in dispatch.Maps("priorities", required: true))
        {
            var binder = new MapBinder(map, $"{Element} priorities", bag);
            var made = new SupplyPriority(
                SchemeValues.Class(binder), SchemeValues.Use(binder),
                binder.NumberAbove("penalty_yuan_m3", 0, inclusive: false, otherwise: double.NaN));
            if (map.Find("class") is not null && map.Find("use") is not null && !seen.TryAdd((made.Class, made.Use), map))
            {
                bag.Error(
                    "WS4063", map.Line, map.Column,
                    FormattableString.Invariant($"this class and use already stands in line {seen[(made.Class, made.Use)].Line}"),
                    "Keep one of the two.", binder.Element);
            }

            if (made.Penalty >= before)
            {
                _values.Fault(
                    "WS4062", binder, "penalty_yuan_m3", $"penalty_yuan_m3 {SchemeValues.Show(made.Penalty)} is not less than {SchemeValues.Show(before)} above it",
                    "List who is served first at the top and let penalties fall from one to the next.");
            }

            before = double.IsNaN(made.Penalty) ? before : made.Penalty;
            priorities.Add(made);
            binder.Finish();
        }

        CheckAll(dispatch, seen);
        return priorities.ToImmutable();
    }

    private void CheckAll(MapBinder dispatch, Dictionary<(CommunityClass, WaterUse), YamlMap> seen)
    {
        // An entry that could not be read as a class and a use is the one that is missing.
        if (dispatch.Map.Find("priorities") is not YamlList list || list.Items.Count > seen.Count)
        {
            return;
        }

        var missing = new List<string>();
        foreach (var of in Enum.GetValues<CommunityClass>())
        {
            foreach (var use in Enum.GetValues<WaterUse>())
            {
                if (!seen.ContainsKey((of, use)))
                {
                    missing.Add($"{of} {use}".ToLowerInvariant());
                }
            }
        }

        if (missing.Count > 0)
        {
            bag.Error(
                "WS4063", list.Line, list.Column, $"priorities leave out {string.Join(", ", missing)}",
                "Give every class and use its place, those without demand too.", $"{Element} priorities");
        }
    }

    private (MapBinder Binder, string Id) Begin(YamlMap map, string key, ReferenceKind kind, Dictionary<string, YamlText> seen)
    {
        var binder = new MapBinder(map, $"{Element} {key}", bag);
        var id = binder.Id("id");
        if (id is not null)
        {
            binder.Element = $"{Element} {key} {id.Value}";
            references.Add(kind, id, binder.Element);
            if (!seen.TryAdd(id.Value, id))
            {
                bag.Error(
                    "WS4013", id.Line, id.Column, FormattableString.Invariant($"'{id.Value}' already stands in line {seen[id.Value].Line}"),
                    "Name it once.", binder.Element);
            }
        }

        return (binder, id?.Value ?? "");
    }
}
