using System.Collections.Immutable;
using WaterSim.Hydraulics;
using WaterSim.Numerics;
using WaterSim.Quality;

namespace WaterSim.Simulation;

/// <summary>The quality of a run in progress, beside its hydraulics: its patterns, its tanks, its reported times.</summary>
internal sealed class RunQuality
{
    private readonly QualityRun _run;
    private readonly TankLevels _tanks;
    private readonly double[] _volumes;
    private readonly bool _keepsLinks;
    private readonly Func<string?, double> _multiplierOf;
    private readonly Action<bool>? _watch;
    private PatternSet _patterns;
    private long _period;

    public RunQuality(CompiledNetwork compiled, TankLevels tanks, RunOptions options)
    {
        (_tanks, _patterns, _keepsLinks) = (tanks, compiled.Patterns, options.KeepLinkQuality);
        _watch = options.QualityWatch;
        var arrays = compiled.Arrays;
        _volumes = [.. QualityNetwork.TanksOf(arrays).Select(tanks.FullVolumeOf)];
        _run = new QualityRun(
            arrays, options.Quality, compiled.Clock.QualityStep, compiled.Clock.Duration, _volumes, options.TakeLastDay);

        // Once: a pattern is asked for at every solution.
        _multiplierOf = id => id is null ? 1 : PatternSet.At(_patterns.Of(id), _period);
    }

    /// <summary>Begins anew.</summary>
    public void Restart(PatternSet patterns)
    {
        _patterns = patterns;
        _run.Restart();
    }

    /// <summary>Takes a solution, the flows of all links set.</summary>
    public void SetFlows(HydraulicState state, long period)
    {
        _watch?.Invoke(true);
        _period = period;
        TakeVolumes();
        _run.SetFlows(state, _volumes, _multiplierOf);
        _watch?.Invoke(false);
    }

    /// <summary>Moves the water on to a time, s, and takes down what is there.</summary>
    public void Record(long time)
    {
        _watch?.Invoke(true);
        _run.Advance(time);
        _run.Record(_keepsLinks);
        _watch?.Invoke(false);
    }

    /// <summary>Moves the water on to a time, s.</summary>
    public void Advance(long time)
    {
        _watch?.Invoke(true);
        _run.Advance(time);
        _watch?.Invoke(false);
    }

    /// <summary>Sets the tanks to the levels they have come to.</summary>
    public void SetTankVolumes()
    {
        _watch?.Invoke(true);
        TakeVolumes();
        _run.SetTankVolumes(_volumes);
        _watch?.Invoke(false);
    }

    /// <summary>Keeps all that the rest of the run depends on, and its totals.</summary>
    public void Keep(StateArchive archive) => _run.Keep(archive);

    /// <summary>What was found so far.</summary>
    public ImmutableArray<QualityResults> Results() => _run.Results();

    private void TakeVolumes()
    {
        for (var t = 0; t < _volumes.Length; t++)
        {
            _volumes[t] = _tanks.VolumeOf(_run.TankNodes[t]);
        }
    }
}
