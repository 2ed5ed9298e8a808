using WaterSim.Hydraulics.Laws;

namespace WaterSim.Hydraulics;

/// <summary>Judges the statuses of valves, pumps, check valves and links at tanks from heads and flows.</summary>
internal sealed class StatusRules(NetworkArrays arrays)
{
    private readonly int[] _changes = new int[arrays.EdgeCount];

    /// <summary>Forgets which links have changed.</summary>
    public void ForgetChanges() => Array.Clear(_changes);

    /// <summary>The links that have changed status at least thrice, most often first, at most five, by the model's positions.</summary>
    public int[] RestlessLinks() => [.. Enumerable.Range(0, _changes.Length)
        .Where(k => _changes[k] >= 3)
        .OrderByDescending(k => _changes[k])
        .ThenBy(k => arrays.ModelLink[k])
        .Take(5)
        .Select(k => arrays.ModelLink[k])];

    /// <summary>PRVs and PSVs whose setting is in force. True where one changed.</summary>
    public bool UpdatePressureValves(HydraulicState state)
    {
        var changed = false;
        foreach (var k in arrays.PressureValves)
        {
            if (double.IsNaN(state.Setting[k]))
            {
                continue;
            }

            var reducing = arrays.Kind[k] == LinkKind.PressureReducing;
            var held = reducing ? arrays.EdgeTo[k] : arrays.EdgeFrom[k];
            var setting = arrays.Elevation[held] + state.Setting[k];
            var h1 = state.Head[arrays.EdgeFrom[k]];
            var h2 = state.Head[arrays.EdgeTo[k]];
            var q = state.Flow[k];
            var openLoss = arrays.MinorResistance[k] * q * q;
            var current = state.Status[k];
            var next = reducing
                ? PressureReducingValve.Next(current, setting, h1, h2, openLoss, q)
                : PressureSustainingValve.Next(current, setting, h1, h2, openLoss, q);
            changed |= Set(state, k, next);
        }

        return changed;
    }

    /// <summary>Check valves, pumps, FCVs, and links at full or empty tanks. True where one changed.</summary>
    public bool UpdateLinks(HydraulicState state)
    {
        var changed = false;
        foreach (var k in arrays.StatusLinks)
        {
            // What keeps a part from its source stays closed while that part is solved without demand: at rest there is
            // nothing to judge it by. It is judged anew when the next moment is solved.
            if (state.Unsupplied[arrays.EdgeFrom[k]] != state.Unsupplied[arrays.EdgeTo[k]])
            {
                continue;
            }

            var before = state.Status[k];
            var next = before is LinkState.CannotDeliverHead or LinkState.ClosedByTank ? LinkState.Open : before;
            var dh = state.Head[arrays.EdgeFrom[k]] - state.Head[arrays.EdgeTo[k]];
            var q = state.Flow[k];
            switch (arrays.Kind[k])
            {
                case LinkKind.CheckValvePipe:
                    next = CheckValve.Next(next, dh, q);
                    break;
                case LinkKind.Pump when next >= LinkState.Open && state.Setting[k] > 0:
                    next = PumpStatus(k, -dh, q, state.Setting[k]);
                    break;
                case LinkKind.FlowControl when !double.IsNaN(state.Setting[k]):
                    next = FlowControlValve.Next(next, state.Setting[k], dh, q);
                    break;
            }

            if (next > LinkState.Closed && IsStoppedByTank(state, k))
            {
                next = LinkState.ClosedByTank;
            }

            changed |= Set(state, k, next);
        }

        return changed;
    }

    /// <summary>Gives pumps of constant power that stood still another try, from their design flow.</summary>
    public void RestartStalledPumps(HydraulicState state)
    {
        foreach (var k in arrays.StatusLinks)
        {
            if (state.Status[k] == LinkState.CannotDeliverHead
                && arrays.PumpCurves[k] is { Form: PumpForm.ConstantPower } curve)
            {
                state.Status[k] = LinkState.Open;
                state.Flow[k] = state.Setting[k] * curve.DesignFlow;
            }
        }
    }

    /// <summary>Controls by a junction's pressure. True where one changed a link.</summary>
    public bool ApplyPressureControls(HydraulicState state)
    {
        var changed = false;
        foreach (var control in arrays.PressureControls)
        {
            var head = state.Head[control.Node];
            var acts = control.Above
                ? head >= control.Head - Constants.HeadTolerance
                : head <= control.Head + Constants.HeadTolerance;
            var k = control.Link;
            if (!acts || !IsChange(state, k, control.Action))
            {
                continue;
            }

            Set(state, k, control.Action.State);
            if (arrays.Kind[k] > LinkKind.CheckValvePipe)
            {
                state.Setting[k] = control.Action.Setting;
            }

            changed = true;
        }

        return changed;
    }

    /// <summary>
    /// Where the equations have no solution at a node, leaves open a regulating valve beside it: its setting contradicts
    /// what else holds there. True where there was one.
    /// </summary>
    public bool ReleaseValveAt(HydraulicState state, int node)
    {
        for (var k = arrays.FirstSwitchable; k < arrays.EdgeCount; k++)
        {
            if ((arrays.EdgeFrom[k] == node || arrays.EdgeTo[k] == node) && state.Status[k] == LinkState.Active)
            {
                switch (arrays.Kind[k])
                {
                    case LinkKind.FlowControl:
                        state.Status[k] = LinkState.CannotHoldFlow;
                        return true;
                    case LinkKind.PressureReducing or LinkKind.PressureSustaining:
                        state.Status[k] = LinkState.CannotHoldPressure;
                        return true;
                }
            }
        }

        return false;
    }

    private bool Set(HydraulicState state, int k, LinkState next)
    {
        if (state.Status[k] == next)
        {
            return false;
        }

        state.Status[k] = next;
        _changes[k]++;
        return true;
    }

    // Deviation from EPANET: it leaves a pump of constant power, which has no shutoff head, running against a closed
    // valve, and never quite converges. Test: A_pump_of_constant_power_against_a_closed_valve_stands_still.
    private LinkState PumpStatus(int k, double lift, double q, double speed)
    {
        var curve = arrays.PumpCurves[k]!;
        var cannot = curve.Form == PumpForm.ConstantPower
            ? curve.Stalls(speed, q)
            : lift > (speed * speed * curve.ShutoffHead) + Constants.HeadTolerance;
        return cannot ? LinkState.CannotDeliverHead : LinkState.Open;
    }

    private bool IsChange(HydraulicState state, int k, LinkAction action) => arrays.Kind[k] switch
    {
        LinkKind.Pipe or LinkKind.CheckValvePipe => state.Status[k] != action.State,
        LinkKind.Pump => state.Setting[k] != action.Setting,
        _ => !LinkAction.SameSetting(state.Setting[k], action.Setting)
            || (double.IsNaN(action.Setting) && state.Status[k] != action.State),
    };

    // A full tank takes no more and an empty one gives no more: the link acts as a check valve there.
    private bool IsStoppedByTank(HydraulicState state, int k)
    {
        var from = arrays.EdgeFrom[k];
        var to = arrays.EdgeTo[k];
        var atStart = from >= arrays.UnknownCount;
        var (tankNode, otherNode) = atStart ? (from, to) : (to, from);
        if (arrays.Tanks[tankNode] is not { } tank)
        {
            return false;
        }

        var head = state.Head[tankNode];
        var dh = head - state.Head[otherNode];
        var outflow = atStart ? state.Flow[k] : -state.Flow[k];
        if (head >= tank.HighestHead - Constants.HeadTolerance && !tank.CanOverflow
            && (arrays.Kind[k] == LinkKind.Pump
                ? !atStart
                : CheckValve.Next(LinkState.Open, dh, outflow) == LinkState.Closed))
        {
            return true;
        }

        // Deviation from EPANET: it looks at the head difference alone, and lets an empty tank go on supplying through a
        // pipe so short or wide that it hardly loses head. Test: An_empty_tank_gives_nothing_through_a_wide_pipe.
        return (head <= tank.LowestHead + Constants.HeadTolerance || state.Rests?[tankNode] == true)
            && (arrays.Kind[k] == LinkKind.Pump
                ? atStart
                : dh > Constants.HeadTolerance || outflow > Constants.FlowTolerance);
    }
}
