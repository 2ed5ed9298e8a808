using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>Judges the clauses of rules.</summary>
internal sealed class RulePremises(NetworkArrays arrays, TankLevels tanks, RunClock clock)
{
    // EPANET's, in the file's units.
    private const double Tolerance = 1e-3;

    private readonly FileUnits _units = FileUnits.Of(arrays.Network.Options);

    /// <summary>
    /// True where a rule's clauses hold, worked off from left to right: an OR can save what failed before it, an AND
    /// after a failure ends it.
    /// </summary>
    /// <param name="premises">The clauses.</param>
    /// <param name="state">The solution, with the tanks moved on.</param>
    /// <param name="time">Now, s since the start.</param>
    /// <param name="length">Length of the sub-step that ends now, s.</param>
    public bool Hold(RulePremise[] premises, HydraulicState state, long time, long length)
    {
        var holds = true;
        foreach (var premise in premises)
        {
            if (premise.Join == RuleJoin.Or)
            {
                holds = holds || Holds(premise, state, time, length);
            }
            else if (!holds)
            {
                return false;
            }
            else
            {
                holds = Holds(premise, state, time, length);
            }
        }

        return holds;
    }

    private bool Holds(RulePremise premise, HydraulicState state, long time, long length)
    {
        switch (premise.Attribute)
        {
            case RuleAttribute.Time:
                return TimeHolds(premise, time - length + 1, time);
            case RuleAttribute.ClockTime:
                return TimeHolds(premise, clock.TimeOfDay(time - length + 1), clock.TimeOfDay(time));
        }

        if (premise.Status is { } status)
        {
            var same = DecisionLog.Public(state.Status[LinkOf(premise)]) == status;
            return premise.Relation switch
            {
                RuleRelation.Equal => same,
                RuleRelation.NotEqual => !same,
                _ => false,
            };
        }

        return Value(premise, state) is { } value && Compares(value, premise);
    }

    // An equality holds when the time was met within the sub-step; a clock may pass midnight on the way.
    private static bool TimeHolds(RulePremise premise, long start, long end)
    {
        var x = premise.Value ?? 0;
        var met = end < start ? x >= start || x <= end : x >= start && x <= end;
        return premise.Relation switch
        {
            RuleRelation.Below => end < x,
            RuleRelation.AtMost => end <= x,
            RuleRelation.Above => end > x,
            RuleRelation.AtLeast => end >= x,
            RuleRelation.Equal => met,
            _ => !met,
        };
    }

    // In EPANET a bound that is included is met only beyond the tolerance, and one that is not already within it.
    private bool Compares(double si, RulePremise premise)
    {
        var factor = _units.FactorToSI(QuantityOf(premise));
        var value = si / factor;
        var bound = (premise.Value ?? 0) / factor;
        return premise.Relation switch
        {
            RuleRelation.Equal => Math.Abs(value - bound) <= Tolerance,
            RuleRelation.NotEqual => Math.Abs(value - bound) >= Tolerance,
            RuleRelation.Below => value <= bound + Tolerance,
            RuleRelation.AtMost => value <= bound - Tolerance,
            RuleRelation.Above => value >= bound - Tolerance,
            _ => value >= bound + Tolerance,
        };
    }

    // The quantity in SI, or null where it has no value now.
    private double? Value(RulePremise premise, HydraulicState state)
    {
        switch (premise.Attribute)
        {
            case RuleAttribute.Demand:
                return premise.Object == RuleObject.System ? SystemDemand(state) : NodeDemand(NodeOf(premise), state);
            case RuleAttribute.Head:
                return state.Head[NodeOf(premise)];
            case RuleAttribute.Pressure or RuleAttribute.Level:
                var node = NodeOf(premise);
                return state.Head[node] - arrays.Elevation[node];
            case RuleAttribute.Flow:
                return Math.Abs(state.Flow[LinkOf(premise)]);
            case RuleAttribute.Setting:
                return state.Setting[LinkOf(premise)] is var setting && double.IsNaN(setting) ? null : setting;
            case RuleAttribute.FillTime:
                return tanks.SecondsUntilFull(NodeOf(premise), state);
            case RuleAttribute.DrainTime:
                return tanks.SecondsUntilEmpty(NodeOf(premise), state);
            default:
                return null;
        }
    }

    private double NodeDemand(int node, HydraulicState state)
    {
        if (node >= arrays.UnknownCount && node < arrays.FixedEnd)
        {
            return state.Inflow[node];
        }

        var demand = state.Delivered[node];
        for (var e = 0; e < arrays.Discharges.Count; e++)
        {
            demand += arrays.Discharges.Node[e] == node ? state.Discharge[e] : 0;
        }

        return demand;
    }

    // Demands without the inflows that are given as negative demands.
    private static double SystemDemand(HydraulicState state)
    {
        double sum = 0;
        for (var i = 0; i < state.Demand.Length; i++)
        {
            sum += Math.Max(0, state.Demand[i]);
        }

        return sum;
    }

    private Quantity QuantityOf(RulePremise premise) => premise.Attribute switch
    {
        RuleAttribute.Demand or RuleAttribute.Flow => Quantity.Flow,
        RuleAttribute.Head or RuleAttribute.Level => Quantity.Length,
        RuleAttribute.Pressure => Quantity.Pressure,
        RuleAttribute.Setting => arrays.Kind[LinkOf(premise)] switch
        {
            LinkKind.PressureReducing or LinkKind.PressureSustaining or LinkKind.PressureBreaker => Quantity.Pressure,
            LinkKind.FlowControl => Quantity.Flow,
            _ => Quantity.Ratio,
        },
        _ => Quantity.Ratio,
    };

    private int NodeOf(RulePremise premise) =>
        arrays.SolverNode[arrays.Network.IndexOfNode(premise.ObjectId ?? "")];

    private int LinkOf(RulePremise premise) =>
        arrays.SolverLink[arrays.Network.IndexOfLink(premise.ObjectId ?? "")];
}
