using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[ENERGY]: prices and efficiencies, of all pumps and of one.</summary>
internal static class EnergySection
{
    private const string Form = "GLOBAL | PUMP id, then PRICE | PATTERN | EFFIC, then value; or: DEMAND CHARGE value";

    public static void Read(InpSession session, InpLines line)
    {
        while (line.Next())
        {
            var n = line.Count;
            if (n < 3)
            {
                session.Missing(line, "energy", "a field", Form);
            }
            else if (line.Is(0, "DEMAN"))
            {
                if (session.TryNotNegative(line, 2, "energy", "demand charge", out var charge))
                {
                    session.Energy = session.Energy with { DemandCharge = charge };
                }
            }
            else if (line.Is(0, "GLOB"))
            {
                Global(session, line, n);
            }
            else if (!line.Is(0, "PUMP"))
            {
                session.Keyword(line, 0, "energy", "GLOBAL, PUMP, DEMAND CHARGE");
            }
            else if (n < 4)
            {
                session.Missing(line, "energy", "a field", Form);
            }
            else
            {
                Pump(session, line, n);
            }
        }
    }

    private static void Global(InpSession session, scoped in InpLines line, int n)
    {
        if (line.Is(n - 2, "PRICE"))
        {
            if (session.TryNotNegative(line, n - 1, "energy", "price", out var price))
            {
                session.Energy = session.Energy with { Price = price };
            }
        }
        else if (line.Is(n - 2, "PATT"))
        {
            if (session.TryPattern(line, n - 1, "energy", out var pattern))
            {
                session.Energy = session.Energy with
                {
                    PricePatternId = pattern < 0 ? null : session.Patterns[pattern].Id,
                };
            }
        }
        else if (line.Is(n - 2, "EFFI"))
        {
            if (session.TryPositive(line, n - 1, "energy", "efficiency", out var efficiency))
            {
                session.Energy = session.Energy with { Efficiency = efficiency };
            }
        }
        else
        {
            session.Keyword(line, n - 2, "energy", "PRICE, PATTERN, EFFIC");
        }
    }

    private static void Pump(InpSession session, scoped in InpLines line, int n)
    {
        var name = $"pump {InpSession.Name(line[1])}";
        if (!session.TryLink(line, 1, "energy", out var at))
        {
            return;
        }

        if (session.Links[at].Kind != LinkKind.Pump)
        {
            session.Error(
                InpCodes.UndefinedLink, line, 1, "energy", $"link {InpSession.Show(line[1])} is not a pump",
                "Name a pump.");
            return;
        }

        // A pump whose end nodes are missing has no more than its draft.
        ref var pump = ref session.Pumps[session.More(ref session.Links[at]).Pump];
        if (line.Is(n - 2, "PRICE"))
        {
            // A price of 0 means the global one.
            if (session.TryNotNegative(line, n - 1, name, "price", out var price))
            {
                pump.Price = price == 0 ? null : price;
            }
        }
        else if (line.Is(n - 2, "PATT"))
        {
            session.TryPattern(line, n - 1, name, out pump.PricePattern);
        }
        else if (line.Is(n - 2, "EFFI"))
        {
            session.TryCurve(line, n - 1, name, out pump.EfficiencyCurve);
        }
        else
        {
            session.Keyword(line, n - 2, name, "PRICE, PATTERN, EFFIC");
        }
    }
}
