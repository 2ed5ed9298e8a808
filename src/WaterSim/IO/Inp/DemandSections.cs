using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[DEMANDS] and [EMITTERS].</summary>
internal static class DemandSections
{
    public static void Demands(InpSession session, InpLines line)
    {
        var junction = new LineElement("junction", 0);
        while (line.Next())
        {
            if (line.Count < 2)
            {
                session.Missing(line, new LineElement("demand of", 0), "demand", "junction demand [pattern]");
                continue;
            }

            // EPANET before 2.3: MULTIPLY factor multiplies every demand.
            var at = session.NodeIds.Find(line[0]);
            if (at < 0 && line.Is(0, "MULT"))
            {
                if (session.TryPositive(line, 1, element: null, "demand multiplier", out var factor))
                {
                    session.Options.Plain = session.Options.Plain with { DemandMultiplier = factor };
                }

                continue;
            }

            double demand = 0;
            var pattern = -1;
            if (at < 0)
            {
                session.TryNode(line, 0, "demand", out at);
                continue;
            }

            if (!session.TryNumber(line, 1, junction, "demand", out demand))
            {
                continue;
            }

            if (session.Nodes[at].Kind != NodeKind.Junction)
            {
                Ignore(session, line, "has no demand of its own");
                continue;
            }

            if (line.Count > 2 &&
                !session.TryPattern(line, 2, junction, out pattern))
            {
                continue;
            }

            Add(session, at, demand, pattern, InpSession.Text0(line.Comment));
        }
    }

    public static void Emitters(InpSession session, InpLines line)
    {
        var name = new LineElement("emitter of", 0);
        while (line.Next())
        {
            if (line.Count < 2)
            {
                session.Missing(line, name, "coefficient", "junction coefficient");
            }
            else if (session.TryNode(line, 0, name, out var at) &&
                     session.TryNotNegative(line, 1, name, "coefficient", out var coefficient))
            {
                if (session.Nodes[at].Kind == NodeKind.Junction)
                {
                    session.More(ref session.Nodes[at]).Emitter = coefficient;
                }
                else
                {
                    Ignore(session, line, "can have no emitter");
                }
            }
        }
    }

    // The first line of a junction replaces what [JUNCTIONS] gave; further ones add categories.
    private static void Add(InpSession session, int at, double demand, int pattern, string? category)
    {
        ref var node = ref session.Nodes[at];
        node.HasOwnDemand = false;
        if (demand == 0 && pattern < 0 && category is null)
        {
            return;
        }

        var index = session.DemandList.Count;
        ref var added = ref session.DemandList.Add();
        added = new DemandDraft { Base = demand, Pattern = pattern, Category = category, Next = index };
        if (node.LastDemand >= 0)
        {
            ref var last = ref session.Demands[node.LastDemand];
            (added.Next, last.Next) = (last.Next, index);
        }

        node.LastDemand = index;
    }

    private static void Ignore(InpSession session, scoped in InpLines line, string why) =>
        session.Warning(
            InpCodes.IgnoredData, line, 0, $"node {InpSession.Name(line[0])}",
            $"a reservoir or tank {why}: the line is left out", "Remove the line.");
}
