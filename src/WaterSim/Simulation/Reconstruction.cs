using WaterSim.Hydraulics;
using WaterSim.Model;
using WaterSim.Numerics;

namespace WaterSim.Simulation;

/// <summary>
/// Makes a whole solution again from what was taken down of it, with the same code and to the same bits: demands from the
/// patterns, flows and heads inside chains and trees from those of the core.
/// </summary>
internal sealed class Reconstruction(CompiledNetwork compiled, RowLayout layout, RecordedRun run, int rowsPerBlock)
{
    private readonly Lock _lock = new();
    private Workspace? _workspace;
    private int _last = -1;
    private FullRow? _row;

    /// <summary>All of a reported time, in the model's order.</summary>
    public FullRow At(int k)
    {
        lock (_lock)
        {
            if (_row is null || _last != k)
            {
                _workspace ??= new Workspace(compiled, run.Changes);
                _row = Make(_workspace, k);
                _last = k;
            }

            return _row;
        }
    }

    private FullRow Make(Workspace work, int k)
    {
        var arrays = compiled.Arrays;
        var states = work.States;
        var state = states[0];
        var row = run.Blocks[k / rowsPerBlock].AsSpan(k % rowsPerBlock * layout.Length, layout.Length);
        row[..layout.Flows].CopyTo(states.Head);
        row[layout.Flows..layout.Inflows].CopyTo(states.Flow);
        row[layout.Inflows..layout.Discharges].CopyTo(states.Inflow.AsSpan(arrays.UnknownCount));
        row[layout.Discharges..layout.Deliveries].CopyTo(states.Discharge);
        var (statuses, settings) = run.Statuses[k];
        for (var c = 0; c < statuses.Length; c++)
        {
            (state.Status[compiled.ChangingLinks[c]], state.Setting[compiled.ChangingLinks[c]]) = (statuses[c], settings[c]);
        }

        state.HasUnsupplied = run.Unsupplied[k] is not null;
        if (run.Unsupplied[k] is { } unsupplied)
        {
            unsupplied.CopyTo(states.Unsupplied, 0);
        }
        else
        {
            Array.Clear(states.Unsupplied);
        }

        work.Recover(run.Periods[k], row[layout.Deliveries..]);
        return FullRow.Of(arrays, state);
    }

    private sealed class Workspace
    {
        private readonly CompiledNetwork _compiled;
        private readonly (double[] Pattern, double Factor)[] _patterns;
        private readonly (int Node, double Demand, double[] Pattern)[] _ownDemands;
        private readonly double[] _multipliers;
        private readonly double[] _drawn;
        private readonly LaneProgress<Lanes1> _progress;
        private readonly NodeLoads<Lanes1> _loads;
        private readonly ChainRecovery<Lanes1> _recovery;

        public Workspace(CompiledNetwork compiled, LaneChanges changes)
        {
            _compiled = compiled;
            var arrays = compiled.Arrays;
            var patterns = compiled.Patterns.With(changes.Patterns);
            _patterns = [.. compiled.Demands.PatternIds.Select(id => (patterns.Of(id), changes.DemandFactor))];
            _ownDemands = [.. changes.Demands.Select(d => (d.Node, d.Demand, patterns.Of(d.Pattern)))];
            _multipliers = new double[_patterns.Length];
            _drawn = new double[arrays.UnknownCount];
            States = new LaneStates(arrays, 1);
            _progress = new LaneProgress<Lanes1>(arrays);
            _loads = new NodeLoads<Lanes1>(arrays);
            var pipes = new PipeCoefficients<Lanes1>(arrays, LaneWidth.Preferred);
            if (changes.RoughnessFactor != 1 || changes.Roughness.Count > 0)
            {
                new LaneRoughness<Lanes1>(arrays, pipes).Set(0, changes.RoughnessFactor, changes.Roughness);
            }

            PeriodRun.ApplyRoughness(changes, arrays, States[0]);
            _recovery = new ChainRecovery<Lanes1>(arrays, pipes, _progress);
        }

        public LaneStates States { get; }

        public void Recover(long period, ReadOnlySpan<double> deliveries)
        {
            for (var p = 0; p < _multipliers.Length; p++)
            {
                _multipliers[p] = PatternSet.At(_patterns[p].Pattern, period) * _patterns[p].Factor;
            }

            foreach (var (node, _, _) in _ownDemands)
            {
                States.Demand[node] = 0;
            }

            _compiled.Demands.Set<Lanes1>(States, _multipliers);
            foreach (var (node, demand, pattern) in _ownDemands)
            {
                States.Demand[node] += demand * PatternSet.At(pattern, period);
            }

            _progress.NoteSupply(States);
            _loads.Set(States, Lanes1.Less(new Lanes1(0), new Lanes1(1)), _drawn);
            deliveries.CopyTo(States.Delivered);
            _recovery.RecoverHeads(States);
            _recovery.RecoverFlows(States);
        }
    }
}
