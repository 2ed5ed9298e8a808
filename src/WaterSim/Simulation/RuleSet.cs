using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>
/// Rule-based controls. On each sub-step of the rule step the rules are worked off in order; of the actions that
/// concern one link, that of the rule with the highest priority is taken, of equals the first. Values are compared with
/// EPANET's tolerance of 0.001 of the file's unit.
/// Source: EPANET 2.2 manual, 3.3.2 and [RULES] of appendix C.
/// </summary>
internal sealed class RuleSet
{
    private const double Tolerance = 1e-3;

    private readonly NetworkArrays _arrays;
    private readonly RunClock _clock;
    private readonly DecisionLog _log;
    private readonly RulePremises _premises;
    private readonly (string Id, RulePremise[] Premises, (int Link, ControlAction Action)[] Then, (int Link, ControlAction Action)[] Else, double Priority)[] _rules;
    private readonly Dictionary<int, (ControlAction Action, int Rule)> _chosen = [];

    public RuleSet(NetworkArrays arrays, TankLevels tanks, RunClock clock, DecisionLog log)
    {
        (_arrays, _clock, _log) = (arrays, clock, log);
        _premises = new RulePremises(arrays, tanks, clock);
        var network = arrays.Network;
        _rules = [.. network.Rules.Where(r => r.IsEnabled).Select(r => (
            r.Id, r.Premises.ToArray(), Actions(r.Then), Actions(r.Else), r.Priority ?? 0))];

        (int, ControlAction)[] Actions(IEnumerable<RuleAction> actions) =>
            [.. actions.Select(a => (arrays.SolverLink[network.IndexOfLink(a.LinkId)], a.Action))];
    }

    /// <summary>True where there is none.</summary>
    public bool IsEmpty => _rules.Length == 0;

    /// <summary>
    /// Moves the tanks on through a step, judging the rules on the way; stops where one changes a link.
    /// </summary>
    /// <returns>The length that was gone, s.</returns>
    public long Advance(HydraulicState state, TankLevels tanks, long time, long step)
    {
        var end = time + step;
        var increment = Math.Min(_clock.RuleStep, step);
        var first = Math.Min(_clock.RuleStep - (time % _clock.RuleStep), step);
        var now = time;
        for (var length = first > 0 ? first : increment; length > 0; length = Math.Min(increment, end - now))
        {
            now += length;
            tanks.Advance(length, state);
            if (Evaluate(state, now, length))
            {
                break;
            }
        }

        return now - time;
    }

    private bool Evaluate(HydraulicState state, long time, long length)
    {
        _chosen.Clear();
        for (var r = 0; r < _rules.Length; r++)
        {
            var rule = _rules[r];
            foreach (var (link, action) in _premises.Hold(rule.Premises, state, time, length) ? rule.Then : rule.Else)
            {
                if (!_chosen.TryGetValue(link, out var other) || rule.Priority > _rules[other.Rule].Priority)
                {
                    _chosen[link] = (action, r);
                }
            }
        }

        var changed = false;
        foreach (var (link, (action, rule)) in _chosen.OrderBy(c => _arrays.ModelLink[c.Key]))
        {
            changed |= Take(state, link, action, time, rule);
        }

        return changed;
    }

    private bool Take(HydraulicState state, int link, ControlAction action, long time, int rule)
    {
        var status = state.Status[link];
        var setting = state.Setting[link];
        var next = LinkAction.Of(action, _arrays.Kind[link]);
        var isValve = _arrays.Kind[link] is > LinkKind.Pump and not LinkKind.GeneralPurpose;
        var isPump = _arrays.Kind[link] == LinkKind.Pump;
        if (action.Status == LinkStatus.Open && status <= LinkState.Closed)
        {
            status = LinkState.Open;
            setting = isPump ? 1 : isValve ? double.NaN : setting;
        }
        else if (action.Status == LinkStatus.Closed && status > LinkState.Closed)
        {
            status = LinkState.Closed;
            setting = isPump ? 0 : isValve ? double.NaN : setting;
        }
        else if (action is { Status: null, Setting: not null } && !IsSame(link, next.Setting, setting))
        {
            (status, setting) = (StatusFor(link, status, setting, next.Setting), next.Setting);
        }
        else
        {
            return false;
        }

        _log.Change(state, link, status, setting, time, $"rule {_rules[rule].Id}");
        return true;
    }

    // EPANET compares settings in ft and ft3/s.
    private bool IsSame(int link, double a, double b) => Math.Abs(a - b) <= Tolerance * _arrays.Kind[link] switch
    {
        LinkKind.PressureReducing or LinkKind.PressureSustaining or LinkKind.PressureBreaker => Constants.Foot,
        LinkKind.FlowControl => Constants.CubicFoot,
        _ => 1,
    };

    private LinkState StatusFor(int link, LinkState status, double before, double after) => _arrays.Kind[link] switch
    {
        LinkKind.Pump => after == 0 ? LinkState.Closed : status <= LinkState.Closed ? LinkState.Open : status,
        LinkKind.FlowControl => LinkState.Active,
        _ => double.IsNaN(before) && status <= LinkState.Closed ? LinkState.Open : status,
    };
}
