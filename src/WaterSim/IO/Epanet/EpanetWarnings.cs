using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.IO.Epanet;

/// <summary>EPANET's warning numbers. Facts: EPANET 2.2 manual, appendix on error messages.</summary>
internal static class EpanetWarnings
{
    /// <summary>
    /// The number of a run: 1 unbalanced, 4 a pump outside its range, 5 a valve that cannot hold its setting, 6 negative
    /// pressure, 3 nodes without supply, 0 none. Where there are several, that which EPANET would name last.
    /// </summary>
    public static int FlagOf(SimulationResults results)
    {
        var codes = results.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Warning).Select(d => d.Code)
            .ToHashSet(StringComparer.Ordinal);
        return codes.Contains(RunCodes.Unbalanced) || codes.Contains(RunCodes.Singular) ? 1
            : codes.Contains(RunCodes.PumpCannotLift) || codes.Contains(RunCodes.PumpBeyondCurve) ? 4
            : codes.Contains(RunCodes.ValveCannotHold) ? 5
            : codes.Contains(RunCodes.NegativePressure) ? 6
            : codes.Contains(RunCodes.UnsuppliedNode) || codes.Contains(RunCodes.CutOff) ? 3
            : 0;
    }
}
