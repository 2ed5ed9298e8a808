using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Plots.Charts;

namespace WaterSim.Plots.Map;

/// <summary>Makes the pies of a county's communities.</summary>
internal static class BlendPies
{
    /// <summary>One per community that is on the map, town centres first; none without a county.</summary>
    public static List<BlendPie> Of(ChartContext context, BlendShares shares) =>
        [.. (context.Data.County?.Communities ?? []).OrderBy(c => c.Class == CommunityClass.Urban ? 0 : 1)
            .Select(c => Of(context.Data, shares, c)).OfType<BlendPie>()];

    // The mean of a community's nodes by the water they draw, which is as its people are spread over them.
    private static BlendPie? Of(RunData data, BlendShares shares, Community community)
    {
        var nodes = community.Nodes.Select(data.Network.IndexOfNode).Where(i => i >= 0).ToList();
        var places = nodes.Select(i => data.Network.Nodes[i].Position).OfType<MapPoint>().ToList();
        if (places.Count == 0)
        {
            return null;
        }

        var drawn = nodes.Sum(i => data.MeanRequired[i]);
        var mean = new double[shares.Sources.Count];
        foreach (var i in nodes)
        {
            var weight = drawn > 0 ? data.MeanRequired[i] / drawn : 1.0 / nodes.Count;
            var here = shares.Node(i);
            for (var s = 0; s < mean.Length; s++)
            {
                mean[s] += weight * here[s];
            }
        }

        // Areas as the people, within what can be seen and what leaves room for others.
        var radius = Math.Clamp(0.1f * MathF.Sqrt(community.People), 3.8f, 13);
        var at = new MapPoint(places.Average(p => p.X), places.Average(p => p.Y));
        return new BlendPie(at, mean, radius, community.Class == CommunityClass.Urban);
    }
}
