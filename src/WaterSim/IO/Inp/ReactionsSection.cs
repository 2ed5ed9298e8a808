using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[REACTIONS]: orders, global coefficients, and those of one pipe or tank or of a range of ids.</summary>
internal static class ReactionsSection
{
    private const string Form =
        "ORDER BULK|WALL|TANK n, GLOBAL BULK|WALL k, BULK|WALL link k, TANK node k, LIMITING POTENTIAL c, or " +
        "ROUGHNESS CORRELATION f";

    public static void Read(InpSession session, InpLines line)
    {
        while (line.Next())
        {
            var last = line.Count - 1;
            if (last < 2)
            {
                session.Warning(
                    InpCodes.IgnoredData, line, last, "reactions", "the line is too short and is left out, as in EPANET",
                    $"The line reads: {Form}.");
                continue;
            }

            var isOrder = line.Is(0, "ORDER");
            var isGlobal = line.Is(0, "GLOB");
            var isLimit = line.Is(0, "LIMIT");
            var isRoughness = line.Is(0, "ROUG");
            var isTank = line.Is(0, "TANK");
            var isBulk = line.Is(0, "BULK");
            if (!(isOrder || isGlobal || isLimit || isRoughness || isTank || isBulk || line.Is(0, "WALL")))
            {
                session.Keyword(line, 0, "reactions", "ORDER, GLOBAL, BULK, WALL, TANK, LIMITING, ROUGHNESS");
                continue;
            }

            if (!session.TryNumber(line, last, "reactions", isOrder ? "order" : "value", out var value))
            {
                continue;
            }

            var reactions = session.Quality.Reactions;
            if (isOrder)
            {
                Order(session, line, value);
            }
            else if (isGlobal)
            {
                Global(session, line, value);
            }
            else if (isLimit)
            {
                session.Quality.Reactions = reactions with { LimitingPotential = value };
            }
            else if (isRoughness)
            {
                session.Quality.Reactions = reactions with { RoughnessCorrelation = value };
            }
            else if (isTank)
            {
                Tank(session, line, value);
            }
            else
            {
                Pipe(session, line, isBulk ? session.Quality.Bulk : session.Quality.Wall, value);
            }
        }
    }

    private static void Order(InpSession session, scoped in InpLines line, double value)
    {
        var reactions = session.Quality.Reactions;
        var isWall = line.Is(1, "WALL");
        if (isWall ? value is not (0 or 1) : Math.Abs(value) > QualityChecks.LargestOrder)
        {
            session.Error(
                InpCodes.ValueOutOfRange, line, line.Count - 1, "reactions",
                $"order {InpSession.Show(line[line.Count - 1])} is out of range",
                isWall ? "Give 0 or 1." : "Give an order between -10 and 10.");
        }
        else if (isWall)
        {
            session.Quality.Reactions = reactions with { WallOrder = value };
        }
        else if (line.Is(1, "BULK"))
        {
            session.Quality.Reactions = reactions with { BulkOrder = value };
        }
        else if (line.Is(1, "TANK"))
        {
            session.Quality.Reactions = reactions with { TankOrder = value };
        }
        else
        {
            session.Keyword(line, 1, "reactions", "BULK, WALL, TANK");
        }
    }

    private static void Global(InpSession session, scoped in InpLines line, double value)
    {
        if (line.Is(1, "BULK"))
        {
            session.Quality.Reactions = session.Quality.Reactions with { BulkCoefficient = value };
        }
        else if (line.Is(1, "WALL"))
        {
            session.Quality.Reactions = session.Quality.Reactions with { WallCoefficient = value };
        }
        else
        {
            session.Keyword(line, 1, "reactions", "BULK, WALL");
        }
    }

    private static void Pipe(
        InpSession session, scoped in InpLines line, Dictionary<int, double> coefficients, double value)
    {
        if (line.Count == 3)
        {
            var at = session.LinkIds.Find(line[1]);
            if (at < 0 || session.Links[at].Kind != LinkKind.Pipe)
            {
                Ignore(session, line, "pipe");
            }
            else
            {
                coefficients[at] = value;
            }
        }
        else if (IdRange.TryRead(session, line, 1, session.LinkList.Count, "reactions", out var range))
        {
            for (var i = 0; i < session.LinkList.Count; i++)
            {
                if (session.Links[i].Kind == LinkKind.Pipe && range.Contains(session.Links[i].Id))
                {
                    coefficients[i] = value;
                }
            }
        }
    }

    private static void Tank(InpSession session, scoped in InpLines line, double value)
    {
        if (line.Count == 3)
        {
            var at = session.NodeIds.Find(line[1]);
            if (at < 0 || session.Nodes[at].Kind != NodeKind.Tank)
            {
                Ignore(session, line, "tank");
            }
            else
            {
                session.Quality.TankBulk[at] = value;
            }
        }
        else if (IdRange.TryRead(session, line, 1, session.NodeList.Count, "reactions", out var range))
        {
            for (var i = 0; i < session.NodeList.Count; i++)
            {
                if (session.Nodes[i].Kind == NodeKind.Tank && range.Contains(session.Nodes[i].Id))
                {
                    session.Quality.TankBulk[i] = value;
                }
            }
        }
    }

    private static void Ignore(InpSession session, scoped in InpLines line, string word) =>
        session.Warning(
            InpCodes.IgnoredData, line, 1, "reactions",
            $"{InpSession.Show(line[1])} is no {word}: the line is left out, as in EPANET", "Correct the id.");
}
