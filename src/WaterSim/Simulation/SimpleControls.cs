using System.Globalization;
using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>
/// Simple controls by tank level and by time, applied before each solution in the order of the file.
/// Those by a junction's pressure belong to the solver (<see cref="PressureControl"/>).
/// </summary>
internal sealed class SimpleControls
{
    private readonly NetworkArrays _arrays;
    private readonly TankLevels _tanks;
    private readonly RunClock _clock;
    private readonly DecisionLog _log;
    private readonly List<(int Link, LinkAction Action, ControlCondition Condition, int Node, double Head, string Cause)> _controls = [];

    public SimpleControls(NetworkArrays arrays, TankLevels tanks, RunClock clock, DecisionLog log)
    {
        (_arrays, _tanks, _clock, _log) = (arrays, tanks, clock, log);
        var network = arrays.Network;
        for (var c = 0; c < network.Controls.Length; c++)
        {
            var control = network.Controls[c];
            var link = arrays.SolverLink[network.IndexOfLink(control.LinkId)];
            var action = LinkAction.Of(control.Action, arrays.Kind[link]);
            var (node, head) = control.Condition is LevelCondition level ? Watched(level) : (-1, 0);
            if (control.Condition is not LevelCondition || (node >= 0 && tanks.IsTank(node)))
            {
                _controls.Add((link, action, control.Condition, node, head, Cause(c + 1, control.Condition)));
            }
        }
    }

    /// <summary>Applies the controls whose condition holds at a time.</summary>
    public void Apply(HydraulicState state, long time)
    {
        foreach (var (link, action, condition, node, head, cause) in _controls)
        {
            if (!Holds(state, condition, node, head, time))
            {
                continue;
            }

            var open = state.Status[link] > LinkState.Closed ? LinkState.Open : LinkState.Closed;
            var hasSetting = _arrays.Kind[link] > LinkKind.CheckValvePipe;
            if (open != action.State
                || (hasSetting && !LinkAction.SameSetting(state.Setting[link], action.Setting)))
            {
                _log.Change(
                    state, link, action.State, hasSetting ? action.Setting : state.Setting[link], time, cause);
            }
        }
    }

    /// <summary>The longest step after which no control would change anything sooner, s, at most the one given.</summary>
    public long Limit(long step, HydraulicState state, long time)
    {
        foreach (var (link, action, condition, node, head, _) in _controls)
        {
            var until = TimeUntil(state, condition, node, head, time);
            if (until > 0 && until < step
                && ((_arrays.Kind[link] > LinkKind.CheckValvePipe
                    && !LinkAction.SameSetting(state.Setting[link], action.Setting))
                    || state.Status[link] != action.State))
            {
                step = until;
            }
        }

        return step;
    }

    // A tank counts as at its threshold when its inflow would take it there within a second.
    private bool Holds(HydraulicState state, ControlCondition condition, int node, double head, long time)
    {
        switch (condition)
        {
            case LevelCondition level:
                var volume = _tanks.VolumeAt(node, state.Head[node]);
                var threshold = _tanks.VolumeAt(node, head);
                var margin = Math.Abs(state.Inflow[node]);
                return level.Above ? volume >= threshold - margin : volume <= threshold + margin;
            case TimeCondition at:
                return (long)at.Time.TotalSeconds == time;
            case ClockTimeCondition at:
                return (long)at.TimeOfDay.TotalSeconds == _clock.TimeOfDay(time);
            default:
                throw new ArgumentOutOfRangeException(nameof(condition), condition, "Unknown condition.");
        }
    }

    private long TimeUntil(HydraulicState state, ControlCondition condition, int node, double head, long time)
    {
        switch (condition)
        {
            case LevelCondition level:
                var inflow = state.Inflow[node];
                var approaches = level.Above
                    ? state.Head[node] < head && inflow > 0
                    : state.Head[node] > head && inflow < 0;
                return approaches && Math.Abs(inflow) > Constants.SmallFlow
                    ? _tanks.TimeUntil(node, _tanks.VolumeAt(node, head), inflow)
                    : 0;
            case TimeCondition at:
                return (long)at.Time.TotalSeconds - time;
            case ClockTimeCondition at:
                var wait = (long)at.TimeOfDay.TotalSeconds - _clock.TimeOfDay(time);
                return wait >= 0 ? wait : wait + 86_400;
            default:
                throw new ArgumentOutOfRangeException(nameof(condition), condition, "Unknown condition.");
        }
    }

    private static string Cause(int number, ControlCondition condition) => condition switch
    {
        LevelCondition level => string.Create(
            CultureInfo.InvariantCulture,
            $"control {number}: tank {level.NodeId} at or {(level.Above ? "above" : "below")} {level.Threshold:0.###} m"),
        TimeCondition at => string.Create(CultureInfo.InvariantCulture, $"control {number}: time {at.Time:c}"),
        ClockTimeCondition at => string.Create(CultureInfo.InvariantCulture, $"control {number}: clock time {at.TimeOfDay:c}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"control {number}"),
    };

    private (int Node, double Head) Watched(LevelCondition level)
    {
        var node = _arrays.SolverNode[_arrays.Network.IndexOfNode(level.NodeId)];
        return (node, _arrays.Elevation[node] + level.Threshold);
    }
}
