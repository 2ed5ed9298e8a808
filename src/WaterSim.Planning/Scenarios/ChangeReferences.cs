using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Scenarios;

/// <summary>Reads the ids and words by which changes name what they act on.</summary>
internal sealed class ChangeReferences(DiagnosticBag bag, SystemReferences references, CountySystem system, Network network)
{
    public string Id(MapBinder binder, string key, ReferenceKind kind)
    {
        var id = binder.Id(key);
        references.Add(kind, id, binder.Element);
        return id?.Value ?? "";
    }

    public ImmutableArray<string> Ids(MapBinder binder, string key, ReferenceKind kind)
    {
        var ids = binder.Ids(key, required: true, mayBeEmpty: false);
        foreach (var id in ids)
        {
            references.Add(kind, id, binder.Element);
        }

        return [.. ids.Select(id => id.Value)];
    }

    public string? Optional(MapBinder binder, string key, ReferenceKind kind)
    {
        var id = binder.Id(key, required: false);
        references.Add(kind, id, binder.Element);
        return id?.Value;
    }

    public string? Town(MapBinder binder) => Optional(binder, "town", ReferenceKind.Town);

    public CommunityClass? Class(MapBinder binder) => binder.Value("class", required: false) is null ? null : SchemeValues.Class(binder);

    public WaterUse? Use(MapBinder binder) => binder.Value("use", required: false) is null ? null : SchemeValues.Use(binder);

    public string? Pattern(MapBinder binder, string key)
    {
        if (binder.Id(key, required: false) is not { } id)
        {
            return null;
        }

        if (network.FindPattern(id.Value) is null)
        {
            bag.Error(
                "WS4014", id.Line, id.Column, $"the network has no pattern '{Printable.Text(id.Value)}'",
                "Correct the id (case matters) or add the pattern to the network.", binder.Element);
        }

        return id.Value;
    }

    public string Year(MapBinder binder)
    {
        var years = system.Resources?.Years ?? [];
        var id = binder.Id("year");
        if (id is not null && !years.Any(y => string.Equals(y.Id, id.Value, StringComparison.Ordinal)))
        {
            bag.Error(
                "WS4039", id.Line, id.Column, $"the county has no year of inflow '{Printable.Text(id.Value)}'",
                years.IsEmpty ? "Add 'resources:' to its system file." : $"Name one of: {string.Join(", ", years.Select(y => y.Id))}.", binder.Element);
        }

        return id?.Value ?? "";
    }
}
