using WaterSim.Model;

namespace WaterSim.Plots.Charts;

/// <summary>What people call a node: its community, plant, tank or source, else its id.</summary>
internal static class PlaceNames
{
    public static string Of(ChartContext context, int node)
    {
        var (data, phrases) = (context.Data, context.Phrases);
        if (data.County is not { } county)
        {
            return Plain(context, node);
        }

        var id = data.Network.Nodes[node].Id;
        var name = data.CommunityOf[node] is >= 0 and var c ? county.Communities[c].Name
            : county.Plants.FirstOrDefault(p => p.Node == id || p.ClearWell == id)?.Name
            ?? county.Tanks.FirstOrDefault(t => t.Id == id)?.Name
            ?? county.Sources.FirstOrDefault(s => s.Id == id)?.Name;
        return name is null ? Plain(context, node) : phrases.Name(name);
    }

    private static string Plain(ChartContext context, int node) => context.Data.Network.Nodes[node] switch
    {
        Reservoir r => Lettering.Phrases.Numbered(context.Phrases.Reservoir, r.Id),
        Tank t => Lettering.Phrases.Numbered(context.Phrases.Tank, t.Id),
        var n => Lettering.Phrases.Numbered(context.Phrases.Junction, n.Id),
    };
}
