using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[COORDINATES], [VERTICES], [TAGS], and the kept [LABELS] and [BACKDROP].</summary>
internal static class MapWriter
{
    public static void Write(InpLayout layout, Network network)
    {
        layout.Section("TAGS");
        foreach (var node in network.Nodes.Where(n => n.Tag is not null))
        {
            layout.Row(null, "NODE", InpFormat.Id(node.Id), InpFormat.Tag(node.Tag!));
        }

        foreach (var link in network.Links.Where(l => l.Tag is not null))
        {
            layout.Row(null, "LINK", InpFormat.Id(link.Id), InpFormat.Tag(link.Tag!));
        }

        layout.Section("COORDINATES", "node", "x", "y");
        foreach (var node in network.Nodes)
        {
            if (node.Position is { } at)
            {
                Point(layout, node.Id, at);
            }
        }

        layout.Section("VERTICES", "link", "x", "y");
        foreach (var link in network.Links)
        {
            foreach (var at in link.Vertices)
            {
                Point(layout, link.Id, at);
            }
        }

        InpWriter.Preserved(layout, network, "LABELS");
        InpWriter.Preserved(layout, network, "BACKDROP");
    }

    private static void Point(InpLayout layout, string id, MapPoint at)
    {
        layout.Begin();
        layout.Cell(InpFormat.Id(id));
        layout.Number(at.X);
        layout.Number(at.Y);
        layout.End();
    }
}
