using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>A premise: IF|AND|OR object id attribute relation value, or SYSTEM attribute relation value [AM|PM|unit].</summary>
internal static class RulePremiseReader
{
    private const string Form =
        "IF|AND|OR object id attribute relation value, or: IF|AND|OR SYSTEM DEMAND|TIME|CLOCKTIME relation value";

    public static bool TryRead(
        InpSession session, scoped in InpLines line, string name, RuleJoin join, out RulePremise? premise)
    {
        premise = null;
        if (line.Count is not (5 or 6))
        {
            if (line.Count < 5)
            {
                session.Missing(line, name, "a field of the premise", Form);
            }
            else
            {
                session.Error(
                    InpCodes.UnknownKeyword, line, 6, name, $"{InpSession.Show(line.From(6))} is too much",
                    $"The line reads: {Form}.");
            }

            return false;
        }

        if (!RuleWords.TryObject(line, 1, out var what))
        {
            session.Keyword(line, 1, name, RuleWords.ObjectNames);
            return false;
        }

        var isSystem = what == RuleObject.System;
        var at = isSystem ? 2 : 3;
        if (!RuleWords.TryAttribute(line, at, out var attribute) || !Fits(what, attribute))
        {
            session.Keyword(line, at, name, Attributes(what));
            return false;
        }

        var index = -1;
        if (what is RuleObject.Node or RuleObject.Junction or RuleObject.Reservoir or RuleObject.Tank)
        {
            if (!session.TryNode(line, 2, name, out index))
            {
                return false;
            }

            if (attribute is RuleAttribute.FillTime or RuleAttribute.DrainTime &&
                session.Nodes[index].Kind == NodeKind.Junction)
            {
                session.Error(
                    InpCodes.UnknownKeyword, line, 3, name, "only a tank has a fill or drain time",
                    "Name a tank, or another attribute.");
                return false;
            }
        }
        else if (!isSystem && !session.TryLink(line, 2, name, out index))
        {
            return false;
        }

        if (!RuleWords.TryRelation(line, at + 1, out var relation))
        {
            session.Keyword(line, at + 1, name, RuleWords.RelationNames);
            return false;
        }

        if (!TryValue(session, line, name, what, index, attribute, out var value, out var status))
        {
            return false;
        }

        var id = isSystem ? null : IsLink(what) ? session.Links[index].Id : session.Nodes[index].Id;
        premise = new RulePremise(join, what, id, attribute, relation, value, status);
        return true;
    }

    private static bool IsLink(RuleObject what) =>
        what is RuleObject.Link or RuleObject.Pipe or RuleObject.Pump or RuleObject.Valve;

    // EPANET asks no link for its power, although its manual names it.
    private static bool Fits(RuleObject what, RuleAttribute attribute) => what switch
    {
        RuleObject.System => attribute is RuleAttribute.Demand or RuleAttribute.Time or RuleAttribute.ClockTime,
        RuleObject.Link or RuleObject.Pipe or RuleObject.Pump or RuleObject.Valve =>
            attribute is RuleAttribute.Flow or RuleAttribute.Status or RuleAttribute.Setting,
        _ => attribute is RuleAttribute.Demand or RuleAttribute.Head or RuleAttribute.Level or RuleAttribute.Pressure
            or RuleAttribute.FillTime or RuleAttribute.DrainTime,
    };

    private static string Attributes(RuleObject what) => what switch
    {
        RuleObject.System => "DEMAND, TIME, CLOCKTIME",
        _ when IsLink(what) => "FLOW, STATUS, SETTING",
        _ => "DEMAND, HEAD, GRADE, LEVEL, PRESSURE, FILLTIME, DRAINTIME",
    };

    private static bool TryValue(
        InpSession session,
        scoped in InpLines line,
        string name,
        RuleObject what,
        int index,
        RuleAttribute attribute,
        out double? value,
        out LinkStatus? status)
    {
        (value, status) = (null, null);
        var last = line.Count - 1;
        if (attribute is RuleAttribute.Time or RuleAttribute.ClockTime)
        {
            var ok = InpTime.TryParse(line[4], last > 4 ? line[5] : default, out var time);
            if (!ok)
            {
                session.NotATime(line, 4, name);
            }

            value = time.TotalSeconds;
            return ok;
        }

        if (RuleWords.TryStatus(line, last, out var word))
        {
            if (IsLink(what))
            {
                status = word;
                return true;
            }

            session.Error(
                InpCodes.NotANumber, line, last, name, "only a link has a status to compare with", "Give a number.");
            return false;
        }

        if (!session.TryNumber(line, last, name, "value", out var number))
        {
            return false;
        }

        if (attribute == RuleAttribute.Status)
        {
            session.Warning(
                InpCodes.NeverHolds, line, last, name,
                $"a status is never equal to {InpSession.Show(line[last])}: the premise never holds, as in EPANET",
                "Write OPEN, CLOSED or ACTIVE.");
        }

        value = number * Factor(session, what, index, attribute);
        return true;
    }

    private static double Factor(InpSession session, RuleObject what, int index, RuleAttribute attribute)
    {
        var valve = IsLink(what) && session.Links[index].Kind == LinkKind.Valve
            ? session.Links[index].Valve
            : (ValveKind?)null;
        return QuantityOf.Rule(attribute, valve) is { } quantity ? session.Units.FactorToSI(quantity) : 3600;
    }
}
