using WaterSim.Hydraulics;

namespace WaterSim.Simulation;

/// <summary>What rules and the tanks they watch can change of a state: fixed heads, statuses and settings.</summary>
internal sealed class RuleSnapshot(CompiledNetwork compiled)
{
    private readonly NetworkArrays _arrays = compiled.Arrays;
    private readonly double[] _heads = new double[compiled.Arrays.FixedEnd - compiled.Arrays.UnknownCount];
    private readonly LinkState[] _statuses = new LinkState[compiled.ChangingLinks.Length];
    private readonly double[] _settings = new double[compiled.ChangingLinks.Length];

    /// <summary>Takes it down.</summary>
    public void Take(HydraulicState state)
    {
        for (var i = 0; i < _heads.Length; i++)
        {
            _heads[i] = state.Head[_arrays.UnknownCount + i];
        }

        for (var c = 0; c < _statuses.Length; c++)
        {
            _statuses[c] = state.Status[compiled.ChangingLinks[c]];
            _settings[c] = state.Setting[compiled.ChangingLinks[c]];
        }
    }

    /// <summary>Puts it back into the state, and takes down what was there.</summary>
    public void Exchange(HydraulicState state)
    {
        for (var i = 0; i < _heads.Length; i++)
        {
            ref var head = ref state.Head[_arrays.UnknownCount + i];
            (head, _heads[i]) = (_heads[i], head);
        }

        for (var c = 0; c < _statuses.Length; c++)
        {
            ref var status = ref state.Status[compiled.ChangingLinks[c]];
            (status, _statuses[c]) = (_statuses[c], status);
            ref var setting = ref state.Setting[compiled.ChangingLinks[c]];
            (setting, _settings[c]) = (_settings[c], setting);
        }
    }
}
