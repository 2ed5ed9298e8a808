using JiaheLayout.Draft;
using JiaheLayout.Facts;

namespace JiaheLayout.Layout;

/// <summary>One group: the valve at its head where needed, mains from village to village, the villages, one loop where it fits.</summary>
internal sealed class VillageGroupLayout(NetworkDraft draft, SupplyGroup group)
{
    /// <summary>Head (m) lost at the largest day's peak from hub to farthest tap, with and without a valve at the head.</summary>
    private const double LossBehindValve = 7, LossFromHub = 5;

    private const double ServiceHeadM = 12;

    private readonly Dice _dice = new("group " + group.Id);
    private readonly List<TreePipe> _tree = [];

    public void Add(List<Point> sites, VillageNames names)
    {
        var root = draft.Place(group.Hub);
        var order = SupplyTree.Grow(root, sites, 0.3, 0.15);
        var levels = sites.ConvertAll(_ => Level());
        var start = group.Hub;
        if (group.Reduced)
        {
            start = $"{group.Id}-J";
            draft.AddJunction($"{group.Id}-I", draft.Ground(group.Hub), root.Toward(sites[order[0].Place], 150), "reducer");
            draft.AddJunction(start, group.GroundM + 4, root.Toward(sites[order[0].Place], 170), "reducer");
        }

        var weights = sites.ConvertAll(_ => _dice.Between(0.6, 1.5));
        var people = Shares.Split(group.People, weights);
        var first = draft.Junctions.Count;
        var ids = new string[sites.Count];
        foreach (var (place, parent) in order)
        {
            var (id, en, zh) = names.Next(group);
            ids[place] = id;
            AddVillage(id, en, zh, sites[place], levels[place], people[place], parent < 0 ? start : $"{ids[parent]}-1");
        }

        if (group.Reduced)
        {
            AddReducer(first, start);
        }

        TreeSizing.AddPipes(draft, _tree, PipeSizes.Village, group.Reduced ? LossBehindValve : LossFromHub, "village");
        RuralLoop.Add(draft, group, sites, order, ids);
    }

    /// <summary>Ground of a village centre: within 5 m of its group's level, at least 15 m off its town's.</summary>
    private double Level()
    {
        const double leastOff = 15;
        var town = Townships.Of(group.Township).GroundM;
        var off = group.GroundM + _dice.Between(-5.0, 5.0) - town;
        return town + (Math.Abs(off) < leastOff ? Math.CopySign(leastOff, off) : off);
    }

    private void AddVillage(string id, string en, string zh, Point site, double level, int people, string from)
    {
        var peak = people * DemandBasis.RuralTotal * DemandBasis.LargestDay * 2.0;
        var hamlets = HamletLayout.Place(id, site, people);
        var shares = hamlets.ConvertAll(h => _dice.Between(0.5, 1.5));
        var total = shares.Sum();
        AddMain(id, site, level, from, peak * shares[0] / total);
        var order = SupplyTree.Grow(site, hamlets.Skip(1).ToList(), 0.0, 0.6);
        foreach (var (place, parent) in order)
        {
            var node = $"{id}-{place + 2}";
            var near = $"{id}-{parent + 2}";
            draft.AddJunction(node, level + _dice.Between(-2.5, 2.5), hamlets[place + 1], "village");
            var bends = Route.Between(draft.Place(near), hamlets[place + 1], node, 250);
            _tree.Add(new(near, node, bends, Math.Round(draft.LineLength(near, node, bends), 1), peak * shares[place + 1] / total));
        }

        for (var i = 0; i < hamlets.Count; i++)
        {
            AddDemands($"{id}-{i + 1}", people * shares[i] / total);
        }

        draft.Communities.Add(new(id, en, zh, group.Township, Urban: false, people, ServiceHeadM,
            [.. Enumerable.Range(1, hamlets.Count).Select(i => $"{id}-{i}")]));
    }

    private void AddDemands(string node, double people)
    {
        draft.Demands.Add(new(node, people * DemandBasis.RuralDomestic / DayPatterns.Rural.Mean, "RURAL", "domestic rural"));
        draft.Demands.Add(new(node, people * DemandBasis.RuralOther / DayPatterns.Industry.Mean, "INDUSTRY", "public"));
        draft.Demands.Add(new(
            node, people * (DemandBasis.RuralDomestic + DemandBasis.RuralOther) * DemandBasis.LeakagePerUse, "LEAKAGE", "leakage"));
    }

    /// <summary>The main to a village, with a chamber (a joint without demand) about every kilometre.</summary>
    private void AddMain(string id, Point site, double level, string from, double peak)
    {
        var start = draft.Place(from);
        var startLevel = draft.Ground(from);
        var longPipe = group.Villages == 1 && group.Id == "LT-O";
        var bends = longPipe ? Youzhawu.Bends(start, site) : Route.Between(start, site, id);
        var last = from;
        List<Point> since = [];
        for (var i = 0; i < bends.Count; i++)
        {
            since.Add(bends[i]);
            if (longPipe || i % 2 == 0 || i == bends.Count - 1)
            {
                continue;
            }

            var chamber = $"{id}-M{(i + 1) / 2}";
            var share = (i + 1.0) / (bends.Count + 1);
            draft.AddJunction(chamber, startLevel + ((level - startLevel) * share), bends[i], "chamber");
            since.RemoveAt(since.Count - 1);
            _tree.Add(new(last, chamber, since, Math.Round(draft.LineLength(last, chamber, since), 1), 0));
            (last, since) = (chamber, []);
        }

        draft.AddJunction($"{id}-1", level, site, "village");
        var length = longPipe ? Youzhawu.LengthM : Math.Round(draft.LineLength(last, $"{id}-1", since), 1);
        _tree.Add(new(last, $"{id}-1", since, length, peak));
    }

    private void AddReducer(int firstJunction, string outlet)
    {
        var ground = draft.Junctions.Skip(firstJunction).Where(j => j.Tag == "village").Max(j => j.GroundM);
        var head = Math.Ceiling(ground + ServiceHeadM + LossBehindValve + 1);
        var peak = group.People * DemandBasis.RuralTotal * DemandBasis.LargestDay * 2.0;
        var size = PipeSizes.Choose(PipeSizes.Town, peak, 0.01);
        draft.Valves.Add(new($"{group.Id}-PRV", $"{group.Id}-I", outlet, size.InnerMm, "PRV", Math.Round(head - draft.Ground(outlet), 1), "reducer"));
        draft.AddPipe($"P-{group.Id}-I", group.Hub, $"{group.Id}-I", PipeSizes.Choose(PipeSizes.Village, peak, 0.004), "village");
    }
}
