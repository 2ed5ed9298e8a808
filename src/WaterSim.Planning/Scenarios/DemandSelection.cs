using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Scenarios;

/// <summary>Some of a county's demands: of a town, a class, a use. Leakage and inflows are never among them.</summary>
internal sealed class DemandSelection
{
    private readonly string? _town;
    private readonly CommunityClass? _class;
    private readonly HashSet<string>? _nodes;
    private readonly HashSet<string>? _categories;
    private readonly HashSet<string> _leakage;

    public DemandSelection(CountySystem system, string? town, CommunityClass? of, WaterUse? use)
    {
        (_town, _class) = (town, of);
        _nodes = town is null && of is null ? null : new(system.Communities.Where(Holds).SelectMany(c => c.Nodes), StringComparer.Ordinal);
        _categories = use is null
            ? null
            : new((system.Demand?.Uses ?? []).Where(u => u.Use == use).SelectMany(u => u.Categories), StringComparer.Ordinal);
        _leakage = new(system.Demand?.Leakage?.Categories ?? [], StringComparer.Ordinal);
    }

    public bool Holds(Community community) =>
        (_town is null || community.Town == _town) && (_class is null || community.Class == _class);

    public bool Holds(Node node) => node is Junction junction && (_nodes?.Contains(junction.Id) ?? true);

    public bool Holds(Demand demand) =>
        demand.Base > 0 && !_leakage.Contains(demand.Category ?? "") && (_categories?.Contains(demand.Category ?? "") ?? true);
}
