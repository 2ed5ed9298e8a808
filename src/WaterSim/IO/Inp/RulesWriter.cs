using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[RULES].</summary>
internal static class RulesWriter
{
    public static void Write(InpLayout layout, Network network, FileUnits units)
    {
        if (network.Rules.IsEmpty)
        {
            return;
        }

        layout.Section("RULES");
        for (var i = 0; i < network.Rules.Length; i++)
        {
            if (i > 0)
            {
                layout.Line("");
            }

            One(layout, network, units, network.Rules[i]);
        }
    }

    private static void One(InpLayout layout, Network network, FileUnits units, Rule rule)
    {
        layout.Line($"RULE {InpFormat.Id(rule.Id)}");
        for (var i = 0; i < rule.Premises.Length; i++)
        {
            var word = i == 0 ? "IF" : rule.Premises[i].Join == RuleJoin.Or ? "OR" : "AND";
            layout.Line($" {word,-4} {Premise(rule.Premises[i], network, units)}");
        }

        Actions("THEN", rule.Then);
        Actions("ELSE", rule.Else);
        if (rule.Priority is { } priority)
        {
            layout.Line($" PRIORITY {InpFormat.Shortest(priority)}");
        }

        if (!rule.IsEnabled)
        {
            layout.Line(" DISABLED");
        }

        void Actions(string word, IEnumerable<RuleAction> actions)
        {
            foreach (var action in actions)
            {
                layout.Line($" {word,-4} {Action(action, network.FindLink(action.LinkId), units)}");
                word = "AND";
            }
        }
    }

    private static string Premise(RulePremise premise, Network network, FileUnits units)
    {
        var value = premise.Status is { } status
            ? RuleWords.Of(status)
            : Value(premise.Attribute, premise.Value ?? 0, premise.ObjectId is { } id ? network.FindLink(id) : null, units);
        var what = premise.Object == RuleObject.System
            ? RuleWords.Of(premise.Object)
            : $"{RuleWords.Of(premise.Object)} {InpFormat.Id(premise.ObjectId ?? "")}";
        return $"{what} {RuleWords.Of(premise.Attribute)} {RuleWords.Of(premise.Relation)} {value}";
    }

    private static string Value(RuleAttribute attribute, double si, Link? link, FileUnits units)
    {
        var isWhole = si == Math.Floor(si) && si is >= 0 and < 1e10;
        return attribute is RuleAttribute.Time or RuleAttribute.ClockTime && isWhole
            ? InpFormat.Time(TimeSpan.FromSeconds((long)si))
            : InpFormat.Number(
                si, QuantityOf.Rule(attribute, (link as Valve)?.Kind) is { } quantity ? units.FactorToSI(quantity) : 3600);
    }

    private static string Action(RuleAction action, Link? link, FileUnits units)
    {
        var word = link switch
        {
            Pipe => "PIPE",
            Pump => "PUMP",
            Valve => "VALVE",
            _ => "LINK",
        };
        var id = InpFormat.Id(action.LinkId);
        if (action.Action.Setting is not { } setting || action.Action.Status is LinkStatus.Closed)
        {
            return $"{word} {id} STATUS = {RuleWords.Of(action.Action.Status ?? LinkStatus.Open)}";
        }

        var factor = link is Valve valve ? units.FactorToSI(QuantityOf.Setting(valve.Kind)) : 1;
        return $"{word} {id} SETTING = {InpFormat.Number(setting, factor)}";
    }
}
