using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Planning.County;

/// <summary>Turns the YAML tree into records, reporting everything that is wrong in the file by itself.</summary>
internal sealed class CountySystemParser(DiagnosticBag bag)
{
    /// <summary>The schema this version reads.</summary>
    public const string Schema = "watersim-system/1";

    private static readonly FileUnits PlantUnits = new(FlowUnits.CubicMetersPerDay, PressureUnits.Meters);

    /// <summary>Ids of the network and of the file itself that the records name.</summary>
    public SystemReferences References { get; } = new(bag);

    /// <summary>Where the records stand in the file.</summary>
    public SystemIndex Index { get; } = new();

    /// <summary>The records, or null where the file is no mapping. They hold only where the bag has no errors.</summary>
    public CountySystem? Parse(YamlValue file)
    {
        if (file is not YamlMap map)
        {
            bag.Error(
                "WS4009", file.Line, file.Column, $"the file is {file.Kind}",
                $"A county system is a mapping that begins with 'schema: {Schema}'.");
            return null;
        }

        var root = new MapBinder(map, null, bag);
        CheckSchema(root);
        var system = new CountySystem
        {
            Name = root.Name("name"),
            NetworkFile = NetworkFile(root),
            Origin = Origin(root),
            People = Kept(root, "people"),
            Sources = [.. root.Maps("sources", required: true).Select(Source)],
            Plants = [.. root.Maps("plants", required: true).Select(Plant)],
            Tanks = [.. root.Maps("tanks", required: false).Select(Tank)],
            Boosters = [.. root.Maps("boosters", required: false).Select(Booster)],
            Interconnections = [.. root.Maps("interconnections", required: false).Select(Interconnection)],
            Chlorine = Chlorine(root),
            Resources = Part(root, "resources", "a mapping that begins with 'climate:'", map => new ResourceParser(bag, References, Index).Parse(map)),
            Demand = Part(root, "demand", "a mapping that begins with 'base_year: ...'", map => new DemandParser(bag, Index).Parse(map)),
            Dispatch = Part(root, "dispatch", "a mapping that begins with 'required_pressure_m: ...'", map => new DispatchParser(bag, References).Parse(map)),
            Economy = Part(root, "economy", "a mapping that begins with 'tariffs:'", map => new EconomyParser(bag, Index).Parse(map)),
            Standards = Part(root, "standards", "a mapping such as { tap_max_m: 40, leakage_max: 0.12 }", map => new StandardsParser(bag).Parse(map)),
            Towns = [.. root.Maps("towns", required: true).Select(Town)],
            Communities = [.. root.Maps("communities", required: true).Select(Community)],
        };
        root.Finish();
        Index.Communities = map.Find("communities");
        Index.People = map.Find("people");
        return system;
    }

    private void CheckSchema(MapBinder root)
    {
        if (root.Text("schema") is { } schema && !string.Equals(schema.Value, Schema, StringComparison.Ordinal))
        {
            bag.Error(
                "WS4005", schema.Line, schema.Column, $"schema '{Printable.Text(schema.Value)}' is not known",
                $"This version reads {Schema}.");
        }
    }

    private string NetworkFile(MapBinder root)
    {
        Index.NetworkFile = root.Text("network");
        return Index.NetworkFile?.Value ?? "";
    }

    private MapOrigin? Origin(MapBinder root)
    {
        if (root.Value("origin", required: false) is not { } value)
        {
            return null;
        }

        if (value is not YamlMap map)
        {
            root.WrongType(value, "origin", "a mapping such as { lon: 112.37, lat: 25.64 }");
            return null;
        }

        var binder = new MapBinder(map, "origin", bag);
        var origin = new MapOrigin(Degrees(binder, "lon", 180), Degrees(binder, "lat", 90));
        binder.Finish();
        return origin;
    }

    private ChlorineScheme? Chlorine(MapBinder root)
    {
        if (root.Value("quality", required: false) is not { } value)
        {
            return null;
        }

        if (value is YamlMap map)
        {
            return new ChlorineParser(bag, References, Index).Parse(map);
        }

        root.WrongType(value, "quality", "a mapping that begins with 'step_min: ...'");
        return null;
    }

    private static T? Part<T>(MapBinder root, string key, string wanted, Func<YamlMap, T> parse)
        where T : class
    {
        if (root.Value(key, required: false) is not { } value)
        {
            return null;
        }

        if (value is YamlMap map)
        {
            return parse(map);
        }

        root.WrongType(value, key, wanted);
        return null;
    }

    private double Degrees(MapBinder binder, string key, double most)
    {
        if (binder.Number(key) is not { } degrees)
        {
            return 0;
        }

        if (Math.Abs(degrees) > most)
        {
            var at = binder.Map.Find(key)!;
            bag.Error(
                "WS4010", at.Line, at.Column, FormattableString.Invariant($"{key} is {degrees}"),
                FormattableString.Invariant($"It must be from -{most} to {most} degrees."), binder.Element);
        }

        return degrees;
    }

    private WaterSource Source(YamlMap map)
    {
        var (binder, id) = Begin(map, "source", Index.Sources);
        References.Add(ReferenceKind.Reservoir, id, binder.Element);
        var made = new WaterSource
        {
            Id = id?.Value ?? "",
            Name = binder.Name("name"),
            Kind = binder.Word("kind", ("reservoir", SourceKind.Reservoir), ("spring", SourceKind.Spring)),
            Duty = binder.Word("duty", ("in_use", SourceDuty.InUse), ("standby", SourceDuty.Standby)),
            Plants = Ids(binder, "plants", ReferenceKind.Plant, mayBeEmpty: true, required: false),
        };
        binder.Finish();
        return made;
    }

    private TreatmentPlant Plant(YamlMap map)
    {
        var (binder, id) = Begin(map, "plant", Index.Plants);
        var capacity = binder.NumberAbove("capacity_m3d", 0, inclusive: false, otherwise: 1);
        var made = new TreatmentPlant
        {
            Id = id?.Value ?? "",
            Name = binder.Name("name"),
            Capacity = PlantUnits.ToSI(Quantity.Flow, capacity),
            Intake = Ids(binder, "intake", ReferenceKind.Link, mayBeEmpty: true, required: false),
            ClearWell = Reference(binder, "clear_well", ReferenceKind.Storage),
            Outlets = Ids(binder, "outlets", ReferenceKind.Link),
            Node = Reference(binder, "node", ReferenceKind.Node),
        };
        binder.Finish();
        return made;
    }

    private ElevatedTank Tank(YamlMap map)
    {
        var (binder, id) = Begin(map, "tank", Index.Tanks);
        References.Add(ReferenceKind.Tank, id, binder.Element);
        var made = new ElevatedTank
        {
            Id = id?.Value ?? "",
            Name = binder.Name("name"),
            Town = Reference(binder, "town", ReferenceKind.Town),
        };
        binder.Finish();
        return made;
    }

    private BoosterStation Booster(YamlMap map)
    {
        var (binder, id) = Begin(map, "booster", Index.Boosters);
        var made = new BoosterStation
        {
            Id = id?.Value ?? "",
            Name = binder.Name("name"),
            Town = Reference(binder, "town", ReferenceKind.Town),
            Duty = Ids(binder, "duty", ReferenceKind.Pump),
            Standby = Ids(binder, "standby", ReferenceKind.Pump, mayBeEmpty: true, required: false),
        };
        binder.Finish();
        return made;
    }

    private Interconnection Interconnection(YamlMap map)
    {
        var (binder, id) = Begin(map, "interconnection", Index.Interconnections);
        var between = binder.Ids("between", required: true, mayBeEmpty: true);
        if (binder.Map.Find("between") is YamlList list && list.Items.Count != 2)
        {
            binder.WrongType(list, "between", "two plants such as [W1, W2]");
        }

        foreach (var plant in between)
        {
            References.Add(ReferenceKind.Plant, plant, binder.Element);
        }

        var made = new Interconnection
        {
            Id = id?.Value ?? "",
            Name = binder.Name("name"),
            FirstPlant = between.Count > 0 ? between[0].Value : "",
            SecondPlant = between.Count > 1 ? between[1].Value : "",
            Link = Reference(binder, "link", ReferenceKind.Link),
            State = binder.Word(
                "state",
                ("open", InterconnectionState.Open),
                ("closed", InterconnectionState.Closed),
                ("regulated", InterconnectionState.Regulated)),
        };
        binder.Finish();
        return made;
    }

    private Town Town(YamlMap map)
    {
        var (binder, id) = Begin(map, "town", Index.Towns);
        var made = new Town
        {
            Id = id?.Value ?? "",
            Name = binder.Name("name"),
            People = Kept(binder, "people"),
            Villages = Kept(binder, "villages"),
        };
        binder.Finish();
        return made;
    }

    private Community Community(YamlMap map)
    {
        var (binder, id) = Begin(map, "community", Index.CommunityPlaces);
        var made = new Community
        {
            Id = id?.Value ?? "",
            Name = binder.Name("name"),
            Town = Reference(binder, "town", ReferenceKind.Town),
            Class = binder.Word("class", ("urban", CommunityClass.Urban), ("rural", CommunityClass.Rural)),
            People = Kept(binder, "people"),
            ServiceHead = binder.NumberAbove("service_head_m", 0, inclusive: true, otherwise: 0),
            Nodes = Ids(binder, "nodes", ReferenceKind.Junction),
        };
        binder.Finish();
        return made;
    }

    private (MapBinder Binder, YamlText? Id) Begin(YamlMap map, string kind, Dictionary<string, YamlText> seen)
    {
        var binder = new MapBinder(map, kind, bag);
        var id = binder.Id("id");
        if (id is not null)
        {
            binder.Element = $"{kind} {id.Value}";
            if (!seen.TryAdd(id.Value, id))
            {
                bag.Error(
                    "WS4013", id.Line, id.Column,
                    FormattableString.Invariant($"id '{id.Value}' is already used in line {seen[id.Value].Line}"),
                    "Give each its own id.", binder.Element);
            }
        }

        return (binder, id);
    }

    // A count, or 0 with the note that sums over it say nothing.
    private int Kept(MapBinder binder, string key)
    {
        var count = binder.Count(key);
        Index.CountsHold &= count is not null;
        return count ?? 0;
    }

    private string Reference(MapBinder binder, string key, ReferenceKind kind)
    {
        var id = binder.Id(key);
        References.Add(kind, id, binder.Element);
        return id?.Value ?? "";
    }

    private ImmutableArray<string> Ids(
        MapBinder binder, string key, ReferenceKind kind, bool mayBeEmpty = false, bool required = true)
    {
        var ids = binder.Ids(key, required, mayBeEmpty);
        foreach (var id in ids)
        {
            References.Add(kind, id, binder.Element);
            Index.Used.Add(new(key, id, binder.Element));
        }

        return [.. ids.Select(i => i.Value)];
    }
}
