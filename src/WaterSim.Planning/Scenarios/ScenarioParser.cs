using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Scenarios.Changes;
using WaterSim.Quality;

namespace WaterSim.Planning.Scenarios;

/// <summary>Turns the YAML tree of one scenario file into records, without what it inherits.</summary>
internal sealed class ScenarioParser(DiagnosticBag bag, CountySystem system, Network network)
{
    /// <summary>The schema this version reads.</summary>
    public const string Schema = "watersim-scenario/1";

    private const string TracePrefix = "trace:";

    private static readonly (string Word, IndicatorGroup Group)[] Groups =
    [
        ("service", IndicatorGroup.Service), ("same_source", IndicatorGroup.SameSource), ("same_quality", IndicatorGroup.SameQuality),
        ("same_price", IndicatorGroup.SamePrice), ("same_service", IndicatorGroup.SameService), ("resilience", IndicatorGroup.Resilience),
        ("losses", IndicatorGroup.Losses), ("energy", IndicatorGroup.Energy), ("finance", IndicatorGroup.Finance),
        ("standards", IndicatorGroup.Standards),
    ];

    /// <summary>The file it inherits from, or null.</summary>
    public YamlText? Base { get; private set; }

    /// <summary>The records, or null where the file is no mapping. They hold only where the bag has no errors.</summary>
    public Scenario? Parse(YamlValue file)
    {
        if (file is not YamlMap map)
        {
            bag.Error("WS4009", file.Line, file.Column, $"the file is {file.Kind}", $"A scenario is a mapping that begins with 'schema: {Schema}'.");
            return null;
        }

        var root = new MapBinder(map, null, bag);
        if (root.Text("schema") is { } schema && !string.Equals(schema.Value, Schema, StringComparison.Ordinal))
        {
            bag.Error("WS4005", schema.Line, schema.Column, $"schema '{Printable.Text(schema.Value)}' is not known", $"This version reads {Schema}.");
        }

        var values = new SchemeValues(bag);
        var references = new SystemReferences(bag);
        var changes = new ChangeParser(bag, references, system, network);
        var name = root.Name("name");
        var description = root.Value("description", required: false) is null ? null : root.Name("description");
        Base = root.Text("base", required: false);
        var scenario = new Scenario
        {
            Name = name,
            Description = description,
            Duration = changes.Time(root, "duration_h"),
            DemandModel = root.Value("demand_model", required: false) is null
                ? null
                : root.Word("demand_model", ("dda", Model.DemandModel.DemandDriven), ("pda", Model.DemandModel.PressureDriven)),
            RequiredPressure = root.Value("required_pressure_m", required: false) is null
                ? null
                : root.NumberAbove("required_pressure_m", 0, inclusive: false, otherwise: 1),
            Quality = Quality(root),
            Indicators = Indicators(root),
            Changes = [.. root.Maps("changes", required: false).Select((m, i) => changes.Parse(m, i + 1)).OfType<ScenarioChange>()],
        };
        root.Finish();
        references.Check(network, IndexOf(system));
        return scenario;
    }

    private ImmutableArray<QualityAnalysis>? Quality(MapBinder root)
    {
        if (SchemeValues.Texts(root, "quality", required: false, "a list such as [age, chlorine]") is not { } texts)
        {
            return null;
        }

        var made = ImmutableArray.CreateBuilder<QualityAnalysis>();
        foreach (var text in texts)
        {
            var trace = text.Value.StartsWith(TracePrefix, StringComparison.Ordinal) ? text.Value[TracePrefix.Length..] : "";
            if (trace.Length > 0 && network.IndexOfNode(trace) < 0)
            {
                bag.Error(
                    "WS4014", text.Line, text.Column, $"the network has no node '{Printable.Text(trace)}'",
                    "Correct the id (case matters) or add the element to the network.", "quality");
                continue;
            }

            var analysis = text.Value switch
            {
                "age" => QualityAnalysis.Age,
                "blend" => QualityAnalysis.Blend,
                "chlorine" => QualityAnalysis.Chemical,
                _ => trace.Length > 0 ? QualityAnalysis.Trace(trace) : null,
            };
            if (analysis is null)
            {
                Refuse(text, "quality", "age, blend, chlorine, trace:ID");
            }
            else if (made.Contains(analysis))
            {
                Twice(text, "quality");
            }
            else
            {
                made.Add(analysis);
            }
        }

        return made.ToImmutable();
    }

    private ImmutableArray<IndicatorGroup>? Indicators(MapBinder root)
    {
        if (SchemeValues.Texts(root, "indicators", required: false, "a list such as [service, energy]") is not { } texts)
        {
            return null;
        }

        var made = ImmutableArray.CreateBuilder<IndicatorGroup>();
        foreach (var text in texts)
        {
            var at = Array.FindIndex(Groups, g => string.Equals(g.Word, text.Value, StringComparison.Ordinal));
            if (at < 0)
            {
                Refuse(text, "indicators", string.Join(", ", Groups.Select(g => g.Word)));
            }
            else if (made.Contains(Groups[at].Group))
            {
                Twice(text, "indicators");
            }
            else
            {
                made.Add(Groups[at].Group);
            }
        }

        return made.ToImmutable();
    }

    private void Refuse(YamlText text, string key, string choices) =>
        bag.Error("WS4011", text.Line, text.Column, $"'{Printable.Text(text.Value)}' is not known", $"Write one of: {choices}.", key);

    private void Twice(YamlText text, string key) =>
        bag.Error("WS4013", text.Line, text.Column, $"{key} names '{Printable.Text(text.Value)}' twice", "Remove one.", key);

    private static SystemIndex IndexOf(CountySystem system)
    {
        var index = new SystemIndex();
        Fill(index.Sources, system.Sources.Select(s => s.Id));
        Fill(index.Plants, system.Plants.Select(p => p.Id));
        Fill(index.Boosters, system.Boosters.Select(b => b.Id));
        Fill(index.Towns, system.Towns.Select(t => t.Id));
        return index;
    }

    private static void Fill(Dictionary<string, YamlText> known, IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            known.TryAdd(id, new YamlText(id, true, 1, 1));
        }
    }
}
