using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Scenarios.Changes;

namespace WaterSim.Planning.Scenarios;

/// <summary>What a change wants of one link.</summary>
/// <param name="Link">Id of the link.</param>
/// <param name="Kind">What it wants.</param>
/// <param name="Setting">New setting of a valve that is set, in SI.</param>
/// <param name="Change">Who wants it.</param>
internal sealed record LinkOrder(string Link, LinkOrderKind Kind, double Setting, ScenarioChange Change)
{
    /// <summary>The orders of a change; none of one that is about no link.</summary>
    public static IEnumerable<LinkOrder> Of(ScenarioChange change, CountySystem system, Network network) => change switch
    {
        CloseLink c => [new(c.Link, LinkOrderKind.Close, 0, c)],
        OpenLink o => [new(o.Link, LinkOrderKind.Open, 0, o)],
        SetValve s => [new(s.Valve, LinkOrderKind.Set, s.Setting, s)],
        PlantStop p => Closing(LinksOf(system.Plants.First(w => w.Id == p.Plant), p.StopsSupply, network), p),
        PowerCut { Pump: { } pump } c => Closing([pump], c),
        PowerCut { Booster: { } booster } c => Closing(PumpsOf(system.Boosters.First(b => b.Id == booster)), c),
        SourceShut s => Closing(network.Links.Where(l => l.FromNode == s.Source || l.ToNode == s.Source).Select(l => l.Id), s),
        _ => [],
    };

    private static IEnumerable<LinkOrder> Closing(IEnumerable<string> links, ScenarioChange change) =>
        links.Select(l => new LinkOrder(l, LinkOrderKind.Close, 0, change));

    // What fills the clear well is all that touches it and does not lead out of the plant.
    private static IEnumerable<string> LinksOf(TreatmentPlant plant, bool outlets, Network network) => outlets
        ? plant.Outlets
        : network.Links
            .Where(l => (l.FromNode == plant.ClearWell || l.ToNode == plant.ClearWell) && !plant.Outlets.Contains(l.Id))
            .Select(l => l.Id);

    private static IEnumerable<string> PumpsOf(BoosterStation booster) => booster.Duty.Concat(booster.Standby);
}
