using System.Runtime.ExceptionServices;
using WaterSim.Numerics;

namespace WaterSim.Simulation;

/// <summary>
/// The threads of an ensemble. Each has eight lanes, takes the next scenario whenever one of them is free, and puts finished
/// results where <see cref="Take"/> finds them in order. No scenario is begun that is far ahead of what has been taken, so
/// that results do not pile up.
/// </summary>
internal sealed class EnsembleWork : IDisposable
{
    private readonly EnsemblePlan _plan;
    private readonly EnsembleOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly object _gate = new();
    private readonly Dictionary<int, ScenarioResult> _ready = [];
    private readonly int[] _next;
    private readonly bool[] _begun;
    private readonly Thread[] _threads;
    private readonly int _window;
    private int _taken;
    private bool _stopped;
    private Exception? _defect;

    /// <summary>Starts the threads.</summary>
    public EnsembleWork(EnsemblePlan plan, EnsembleOptions options, CancellationToken cancellation)
    {
        (_plan, _options, _cancellation) = (plan, options, cancellation);
        _next = Array.ConvertAll(plan.Blocks, b => b.Start);
        _begun = new bool[plan.Blocks.Length];
        var threads = options.Threads == 0 ? Environment.ProcessorCount : options.Threads;
        threads = Math.Clamp((plan.Scenarios.Count + Lanes8.Count - 1) / Lanes8.Count, 1, threads);
        var ahead = 2 * Lanes8.Count;
        _window = threads * (plan.Blocks.Length == 1 ? ahead : ahead + plan.Blocks.Max(b => b.End - b.Start));
        _threads = new Thread[threads];
        for (var t = 0; t < threads; t++)
        {
            _threads[t] = new Thread(Work) { IsBackground = true, Name = "WaterSim ensemble" };
        }

        foreach (var thread in _threads)
        {
            thread.Start();
        }
    }

    /// <summary>The result of a scenario; waits until it is ready. To be called in the order of the scenarios.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ScenarioResult Take(int scenario)
    {
        using var wake = _cancellation.Register(() =>
        {
            lock (_gate)
            {
                Monitor.PulseAll(_gate);
            }
        });
        lock (_gate)
        {
            ScenarioResult? result;
            while (!_ready.Remove(scenario, out result))
            {
                _cancellation.ThrowIfCancellationRequested();
                if (_defect is not null)
                {
                    ExceptionDispatchInfo.Throw(_defect);
                }

                Monitor.Wait(_gate);
            }

            _taken = scenario + 1;
            Monitor.PulseAll(_gate);
            return result;
        }
    }

    /// <summary>Stops the threads and waits for them.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _stopped = true;
            Monitor.PulseAll(_gate);
        }

        foreach (var thread in _threads)
        {
            thread.Join();
        }
    }

    private void Work()
    {
        try
        {
            while (NextBlock() is >= 0 and var block)
            {
                Work(block);
            }
        }
        catch (Exception e)
        {
            // A defect of ours, for the caller's thread to throw.
            lock (_gate)
            {
                _defect = e;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private void Work(int block)
    {
        var runner = new LaneRunner<Lanes8>(_plan.Blocks[block].Compiled);
        if (_options.KeepLowestPressures)
        {
            runner.KeepLowestPressures();
        }

        if (_plan.Blocks[block].RoughnessDiffers)
        {
            runner.LetRoughnessDiffer();
        }

        var scenarios = new int[Lanes8.Count];
        Array.Fill(scenarios, -1);
        while (true)
        {
            for (var lane = 0; lane < scenarios.Length; lane++)
            {
                while (scenarios[lane] < 0 && Begin(block, isIdle: Array.TrueForAll(scenarios, s => s < 0)) is >= 0 and var next)
                {
                    scenarios[lane] = Start(runner, lane, next, _plan.Blocks[block].Compiled) ? next : -1;
                }
            }

            if (Array.TrueForAll(scenarios, s => s < 0) || Volatile.Read(ref _stopped) || _cancellation.IsCancellationRequested)
            {
                return;
            }

            runner.Step();
            for (var lane = 0; lane < scenarios.Length; lane++)
            {
                if (scenarios[lane] >= 0 && !runner.IsActive(lane))
                {
                    Publish(Result(runner, lane, scenarios[lane]));
                    scenarios[lane] = -1;
                }
            }
        }
    }

    // False where the scenario is refused; its result then says why.
    private bool Start(LaneRunner<Lanes8> runner, int lane, int scenario, CompiledNetwork compiled)
    {
        if (!_plan.Refusals[scenario].IsEmpty)
        {
            Publish(new ScenarioResult
            {
                Index = scenario,
                Scenario = _plan.Scenarios[scenario],
                Diagnostics = _plan.Refusals[scenario],
            });
            return false;
        }

        runner.Begin(lane, _plan.Translate(scenario, compiled), _options.KeepTimes);
        return true;
    }

    private ScenarioResult Result(LaneRunner<Lanes8> runner, int lane, int scenario)
    {
        var results = runner[lane].Results();
        return new ScenarioResult
        {
            Index = scenario,
            Scenario = _plan.Scenarios[scenario],
            Results = results,
            Diagnostics = results.Diagnostics,
            LowestPressures = runner.LowestPressures is null ? [] : runner.LowestPressuresOf(lane),
        };
    }

    // A block that nobody works at yet, or else one that is worth helping with; -1: there is none.
    private int NextBlock()
    {
        lock (_gate)
        {
            var block = Array.IndexOf(_begun, false);
            for (var b = 0; block < 0 && b < _next.Length; b++)
            {
                block = _next[b] < _plan.Blocks[b].End ? b : -1;
            }

            if (block >= 0 && !_stopped)
            {
                _begun[block] = true;
                return block;
            }

            return -1;
        }
    }

    // The next scenario of a block; -1: there is none, or it is too far ahead. One who is idle waits until it is not.
    private int Begin(int block, bool isIdle)
    {
        lock (_gate)
        {
            while (true)
            {
                if (_stopped || _cancellation.IsCancellationRequested || _next[block] >= _plan.Blocks[block].End)
                {
                    return -1;
                }

                if (_next[block] < _taken + _window)
                {
                    return _next[block]++;
                }

                if (!isIdle)
                {
                    return -1;
                }

                Monitor.Wait(_gate);
            }
        }
    }

    private void Publish(ScenarioResult result)
    {
        lock (_gate)
        {
            _ready.Add(result.Index, result);
            Monitor.PulseAll(_gate);
        }
    }
}
