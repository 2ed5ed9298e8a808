using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[COORDINATES], [VERTICES], [TAGS]: what computes nothing. Lines that cannot be used are left out with a warning.</summary>
internal static class MapSections
{
    public static void Coordinates(InpSession session, InpLines line)
    {
        while (line.Next())
        {
            if (TryPoint(session, line, session.NodeIds, "node", out var at, out var point))
            {
                ref var node = ref session.Nodes[at];
                (node.X, node.Y, node.HasPosition) = (point.X, point.Y, true);
            }
        }
    }

    public static void Vertices(InpSession session, InpLines line)
    {
        while (line.Next())
        {
            if (!TryPoint(session, line, session.LinkIds, "link", out var at, out var point))
            {
                continue;
            }

            ref var more = ref session.More(ref session.Links[at]);
            var index = session.VertexList.Count;
            ref var added = ref session.VertexList.Add();
            added = new VertexDraft { At = point, Next = index };
            if (more.LastVertex >= 0)
            {
                ref var last = ref session.Vertices[more.LastVertex];
                (added.Next, last.Next) = (last.Next, index);
            }

            more.LastVertex = index;
            more.VertexCount++;
        }
    }

    public static void Tags(InpSession session, InpLines line)
    {
        while (line.Next())
        {
            var isNode = line.Is(0, "NODE");
            if (line.Count < 3 || (!isNode && !line.Is(0, "LINK")))
            {
                Ignore(session, line, 0, "a tag reads NODE id tag, or LINK id tag");
                continue;
            }

            var at = (isNode ? session.NodeIds : session.LinkIds).Find(line[1]);
            var tag = Tag(line);
            if (at < 0)
            {
                Ignore(session, line, 1, $"{InpSession.Show(line[1])} is not defined");
            }
            else if (isNode)
            {
                session.More(ref session.Nodes[at]).Tag = tag;
            }
            else
            {
                session.More(ref session.Links[at]).Tag = tag;
            }
        }
    }

    // EPANET reads one word; more of them are one tag here, with blanks for what parted them.
    private static string Tag(scoped in InpLines line)
    {
        var words = new string[line.Count - 2];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = InpSession.Line(line[i + 2]);
        }

        return string.Join(' ', words).Replace('\t', ' ').Replace('"', '\'');
    }

    private static bool TryPoint(
        InpSession session, scoped in InpLines line, IdTable ids, string word, out int at, out MapPoint point)
    {
        point = default;
        at = -1;
        if (line.Count < 3)
        {
            Ignore(session, line, line.Count - 1, $"the line reads: {word} x y");
            return false;
        }

        at = ids.Find(line[0]);
        if (at < 0)
        {
            Ignore(session, line, 0, $"{word} {InpSession.Show(line[0])} is not defined");
            return false;
        }

        if (InpNumber.TryParse(line[1], out var x) && InpNumber.TryParse(line[2], out var y))
        {
            point = new MapPoint(x, y);
            return true;
        }

        Ignore(session, line, 1, $"{InpSession.Show(line.From(1))} is not a pair of numbers");
        return false;
    }

    private static void Ignore(InpSession session, scoped in InpLines line, int token, string why) =>
        session.Warning(InpCodes.IgnoredData, line, token, element: null, $"{why}: the line is left out", "Correct it.");
}
