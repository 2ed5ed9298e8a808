using JiaheLayout.Draft;
using JiaheLayout.Facts;

namespace JiaheLayout.Layout;

/// <summary>A town district: a looped grid behind its inlet valve, people shared over its nodes.</summary>
internal sealed class TownLayout(NetworkDraft draft, TownDistrict district)
{
    /// <summary>Head (m) lost over the grid at the largest day's peak.</summary>
    private const double LossM = 3;

    /// <summary>Of the streets not needed to reach every node, each third one carries no pipe.</summary>
    private const int LeftOut = 3;

    private readonly Dice _dice = new("town " + district.Id);

    public List<string> Add()
    {
        var town = Townships.Of(district.Township);
        var n = district.Side;
        var ids = new List<string>();
        var weights = new List<double>();
        for (var i = 0; i < n * n; i++)
        {
            var id = $"{district.Id}-{i + 1:00}";
            draft.AddJunction(id, town.GroundM + _dice.Between(-4.0, 4.0), At(i % n, i / n), "town");
            ids.Add(id);
            weights.Add(_dice.Between(0.6, 1.4));
        }

        var total = weights.Sum();
        var shares = weights.ConvertAll(w => district.People * w / total);
        AddPipes(ids, shares);
        for (var i = 0; i < ids.Count; i++)
        {
            AddDemands(ids[i], shares[i]);
        }

        return ids;
    }

    private Point At(int column, int row)
    {
        var half = (district.Side - 1) / 2.0;
        var x = ((column - half) * district.SpacingM) + _dice.Between(-25.0, 25.0);
        var y = ((row - half) * district.SpacingM) + _dice.Between(-25.0, 25.0);
        var (sin, cos) = Math.SinCos(district.TurnDeg * Math.PI / 180);
        return new(district.X + (x * cos) - (y * sin), district.Y + (x * sin) + (y * cos));
    }

    private void AddPipes(List<string> ids, List<double> shares)
    {
        var hub = draft.Place(district.Hub);
        var entry = Enumerable.Range(0, ids.Count).MinBy(i => draft.Place(ids[i]).DistanceTo(hub));
        var peakPerHead = DemandBasis.TownTotal * DemandBasis.LargestDay * 1.55;
        var start = AddInlet(ids[entry], district.People * peakPerHead);
        List<TreePipe> tree = [new(start, ids[entry], [], Length(start, ids[entry]), shares[entry] * peakPerHead)];
        HashSet<int> joined = [entry];
        List<(string From, string To)> rest = [];
        Queue<int> queue = new([entry]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var next in Neighbours(at).Where(k => !joined.Contains(k)))
            {
                joined.Add(next);
                queue.Enqueue(next);
                tree.Add(new(ids[at], ids[next], [], Length(ids[at], ids[next]), shares[next] * peakPerHead));
            }
        }

        TreeSizing.AddPipes(draft, tree, PipeSizes.Town, LossM, "town");
        for (var i = 0; i < ids.Count; i++)
        {
            rest.AddRange(Neighbours(i).Where(k => k > i && !tree.Exists(t => Joins(t, ids[i], ids[k]))).Select(k => (ids[i], ids[k])));
        }

        foreach (var (from, to) in rest.Where((_, i) => i % LeftOut != LeftOut - 1))
        {
            draft.AddPipe($"G-{from}-{to[^2..]}", from, to, PipeSizes.Iron(150), "town");
        }
    }

    private string AddInlet(string entry, double peak)
    {
        if (district.HeadM is not { } head)
        {
            return district.Hub;
        }

        var ground = draft.Ground(district.Hub) - 1;
        var size = PipeSizes.Choose(PipeSizes.Town, peak, 0.008);
        var at = draft.Place(district.Hub).Toward(draft.Place(entry), 60);
        draft.AddValveStation($"{district.Id}-PRV", $"{district.Id}-I", $"{district.Id}-J", at, draft.Place(entry), ground, size.InnerMm, "PRV", head - ground, "reducer");
        draft.AddPipe($"P-{district.Id}-I", district.Hub, $"{district.Id}-I", PipeSizes.Choose(PipeSizes.Town, peak, 0.005), "town");
        return $"{district.Id}-J";
    }

    private void AddDemands(string node, double people)
    {
        draft.Demands.Add(new(node, people * DemandBasis.TownDomestic / DayPatterns.Town.Mean, "TOWN", "domestic town"));
        draft.Demands.Add(new(node, people * DemandBasis.TownOther / DayPatterns.Industry.Mean, "INDUSTRY", "industry and public"));
        draft.Demands.Add(new(
            node, people * (DemandBasis.TownDomestic + DemandBasis.TownOther) * DemandBasis.LeakagePerUse, "LEAKAGE", "leakage"));
    }

    private IEnumerable<int> Neighbours(int i)
    {
        var n = district.Side;
        int[] all = [i % n > 0 ? i - 1 : -1, i % n < n - 1 ? i + 1 : -1, i - n, i + n < n * n ? i + n : -1];
        return all.Where(k => k >= 0);
    }

    private double Length(string from, string to) => Math.Round(draft.LineLength(from, to, []), 1);

    private static bool Joins(TreePipe pipe, string a, string b) =>
        (pipe.From == a && pipe.To == b) || (pipe.From == b && pipe.To == a);
}
