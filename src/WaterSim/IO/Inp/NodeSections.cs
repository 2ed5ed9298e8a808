using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[JUNCTIONS], [RESERVOIRS], [TANKS].</summary>
internal static class NodeSections
{
    private const string TankForm =
        "id elevation initial-level minimum-level maximum-level diameter [minimum-volume volume-curve overflow]";

    public static void Junctions(InpSession session, InpLines line)
    {
        var name = new LineElement("junction", 0);
        while (line.Next())
        {
            if (!TryAdd(session, line, NodeKind.Junction, out var index))
            {
                continue;
            }

            double elevation = 0, demand = 0;
            var pattern = -1;
            var ok = true;
            if (line.Count > 1)
            {
                ok = session.TryNumber(line, 1, name, "elevation", out elevation);
            }
            else
            {
                session.Warning(
                    InpCodes.FieldAssumed, line, 0, name, "no elevation is given: 0 is taken",
                    "Give the elevation.");
            }

            if (line.Count > 2)
            {
                ok &= session.TryNumber(line, 2, name, "demand", out demand);
            }

            if (line.Count > 3)
            {
                ok &= session.TryPattern(line, 3, name, out pattern);
            }

            if (!ok)
            {
                session.MarkFaulty(ElementKind.Node, index);
            }

            ref var node = ref session.Nodes[index];
            node.Elevation = elevation;
            node.Demand = demand;
            node.Pattern = pattern;
            node.HasOwnDemand = demand != 0 || pattern >= 0;
        }
    }

    /// <summary>Reservoirs and tanks: EPANET tells them by the number of fields, not by the section.</summary>
    public static void Sources(InpSession session, InpLines line)
    {
        while (line.Next())
        {
            var isTank = line.Count > 3;
            if (!TryAdd(session, line, isTank ? NodeKind.Tank : NodeKind.Reservoir, out var index))
            {
                continue;
            }

            var name = (isTank ? "tank " : "reservoir ") + InpSession.Name(line[0]);
            double elevation = 0;
            var pattern = -1;
            var ok = true;
            if (line.Count < 2)
            {
                session.Missing(line, name, isTank ? "elevation" : "head", "id head [pattern]");
                ok = false;
            }
            else
            {
                ok = session.TryNumber(line, 1, name, isTank ? "elevation" : "head", out elevation);
            }

            if (line.Count == 3)
            {
                ok &= session.TryPattern(line, 2, name, out pattern);
            }

            var tank = new TankDraft { Curve = -1 };
            if (isTank)
            {
                ok &= TryTank(session, line, name, ref tank);
            }

            ref var node = ref session.Nodes[index];
            node.Elevation = elevation;
            node.Pattern = pattern;
            if (isTank && ok && tank.Diameter == 0)
            {
                node.Kind = NodeKind.Reservoir;
                session.Warning(
                    InpCodes.TankWithoutDiameter, line, 5, name,
                    "a tank of diameter 0 is a reservoir, as in EPANET",
                    "Give its diameter, or move it to [RESERVOIRS].");
            }
            else if (isTank)
            {
                session.More(ref node).Tank = session.TankList.Count;
                session.TankList.Add() = tank;
            }

            if (!ok)
            {
                session.MarkFaulty(ElementKind.Node, index);
            }
        }
    }

    private static bool TryTank(InpSession session, scoped in InpLines line, string name, ref TankDraft tank)
    {
        if (line.Count < 6)
        {
            session.Missing(line, name, line.Count == 4 ? "maximum level" : "diameter", TankForm);
            return false;
        }

        var ok = session.TryNotNegative(line, 2, name, "initial level", out tank.InitialLevel);
        ok &= session.TryNotNegative(line, 3, name, "minimum level", out tank.MinimumLevel);
        ok &= session.TryNotNegative(line, 4, name, "maximum level", out tank.MaximumLevel);
        ok &= session.TryNotNegative(line, 5, name, "diameter", out tank.Diameter);
        if (line.Count > 6)
        {
            ok &= session.TryNotNegative(line, 6, name, "minimum volume", out tank.MinimumVolume);
        }

        if (line.Count > 7 && !line[7].IsEmpty && line[7][0] != '*')
        {
            ok &= session.TryCurve(line, 7, name, out tank.Curve);
        }

        if (line.Count > 8)
        {
            tank.CanOverflow = line.Is(8, "YES");
            if (!tank.CanOverflow && !line.Is(8, "NO"))
            {
                session.Keyword(line, 8, name, "YES, NO");
                ok = false;
            }
        }

        return ok;
    }

    private static bool TryAdd(InpSession session, scoped in InpLines line, NodeKind kind, out int index)
    {
        if (!session.NodeIds.TryAdd(line[0], out index))
        {
            session.Error(
                InpCodes.DuplicateId, line, 0, $"node {InpSession.Name(line[0])}",
                $"the id is already taken on line {session.Nodes[index].Line}", "Rename or remove one of them.");
            return false;
        }

        ref var node = ref session.NodeList.Add();
        node.Id = session.NewId(line, "node");
        node.Kind = kind;
        node.Line = line.Number;
        node.LastDemand = node.Pattern = node.More = -1;
        if (!line.Comment.IsEmpty)
        {
            session.More(ref node).Comment = InpSession.Line(line.Comment);
        }

        return true;
    }
}
