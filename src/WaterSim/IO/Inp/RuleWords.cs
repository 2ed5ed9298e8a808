using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>The words of rules, read by their first letters and written in full.</summary>
internal static class RuleWords
{
    public const string ObjectNames = "NODE, JUNCTION, RESERVOIR, TANK, LINK, PIPE, PUMP, VALVE, SYSTEM";
    public const string RelationNames = "=, <>, <=, >=, <, >, IS, NOT, BELOW, ABOVE";

    private static readonly (string Prefix, RuleObject Object, string Name)[] Objects =
    [
        ("JUNC", RuleObject.Junction, "JUNCTION"),
        ("RESER", RuleObject.Reservoir, "RESERVOIR"),
        ("TANK", RuleObject.Tank, "TANK"),
        ("PIPE", RuleObject.Pipe, "PIPE"),
        ("PUMP", RuleObject.Pump, "PUMP"),
        ("VALVE", RuleObject.Valve, "VALVE"),
        ("NODE", RuleObject.Node, "NODE"),
        ("LINK", RuleObject.Link, "LINK"),
        ("SYSTEM", RuleObject.System, "SYSTEM"),
    ];

    private static readonly (string Prefix, RuleAttribute Attribute)[] Attributes =
    [
        ("DEMAND", RuleAttribute.Demand),
        ("HEAD", RuleAttribute.Head),
        ("GRADE", RuleAttribute.Head),
        ("LEVEL", RuleAttribute.Level),
        ("PRESSURE", RuleAttribute.Pressure),
        ("FLOW", RuleAttribute.Flow),
        ("STATUS", RuleAttribute.Status),
        ("SETTING", RuleAttribute.Setting),
        ("POWER", RuleAttribute.Power),
        ("TIME", RuleAttribute.Time),
        ("CLOCKTIME", RuleAttribute.ClockTime),
        ("FILLTIME", RuleAttribute.FillTime),
        ("DRAINTIME", RuleAttribute.DrainTime),
    ];

    // What opens with another comes first.
    private static readonly (string Prefix, RuleRelation Relation)[] Relations =
    [
        ("=", RuleRelation.Equal),
        ("<>", RuleRelation.NotEqual),
        ("<=", RuleRelation.AtMost),
        (">=", RuleRelation.AtLeast),
        ("<", RuleRelation.Below),
        (">", RuleRelation.Above),
        ("IS", RuleRelation.Equal),
        ("NOT", RuleRelation.NotEqual),
        ("BELOW", RuleRelation.Below),
        ("ABOVE", RuleRelation.Above),
    ];

    private static readonly (string Prefix, LinkStatus Status)[] Statuses =
        [("OPEN", LinkStatus.Open), ("CLOSED", LinkStatus.Closed), ("ACTIVE", LinkStatus.Active)];

    public static bool TryObject(scoped in InpLines line, int token, out RuleObject found)
    {
        foreach (var (prefix, value, _) in Objects)
        {
            if (line.Is(token, prefix))
            {
                found = value;
                return true;
            }
        }

        found = default;
        return false;
    }

    public static bool TryAttribute(scoped in InpLines line, int token, out RuleAttribute found) =>
        TryFind(line, token, Attributes, out found);

    public static bool TryRelation(scoped in InpLines line, int token, out RuleRelation found) =>
        TryFind(line, token, Relations, out found);

    public static bool TryStatus(scoped in InpLines line, int token, out LinkStatus found) =>
        TryFind(line, token, Statuses, out found);

    public static string Of(RuleObject what) => Objects.First(o => o.Object == what).Name;

    public static string Of(RuleAttribute attribute) => Attributes.First(a => a.Attribute == attribute).Prefix;

    public static string Of(RuleRelation relation) => Relations.First(r => r.Relation == relation).Prefix;

    public static string Of(LinkStatus status) => Statuses.First(s => s.Status == status).Prefix;

    private static bool TryFind<T>(scoped in InpLines line, int token, (string Prefix, T Value)[] words, out T found)
        where T : struct
    {
        foreach (var (prefix, value) in words)
        {
            if (line.Is(token, prefix))
            {
                found = value;
                return true;
            }
        }

        found = default;
        return false;
    }
}
