using WaterSim.Hydraulics;

namespace WaterSim.Simulation;

/// <summary>
/// A solution from which the first moment of other runs is searched for, in place of EPANET's first guesses. It changes no
/// result beyond the accuracy asked for, and is the same for every run that begins with it.
/// </summary>
internal sealed class StartingPoint
{
    // Less than this was at rest and tells nothing of a link that now is open, m3/s.
    private const double AtRest = 1e-6;

    private readonly double[] _heads;
    private readonly double[] _flows;
    private readonly double[] _discharges;

    /// <summary>Keeps the solution that a state holds.</summary>
    public StartingPoint(HydraulicState state) =>
        (_heads, _flows, _discharges) = ([.. state.All.Head], [.. state.All.Flow], [.. state.All.Discharge]);

    /// <summary>Sets the unknown heads and the flows of a state that is alone, whose statuses and fixed heads are set.</summary>
    public void Set(NetworkArrays arrays, HydraulicState state)
    {
        _heads.AsSpan(0, arrays.UnknownCount).CopyTo(state.All.Head);
        for (var k = 0; k < arrays.ModelLink.Length; k++)
        {
            if (state.Status[k] > LinkState.Closed && Math.Abs(_flows[k]) > AtRest)
            {
                state.Flow[k] = _flows[k];
            }
        }

        _discharges.CopyTo(state.All.Discharge, 0);
    }
}
