using System.Collections.Immutable;
using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>Collects what deserves a look: once per kind and element, with the first time and how often.</summary>
internal sealed class StepWarnings(NetworkArrays arrays)
{
    private readonly Dictionary<(string Code, int Element), Seen> _seen = [];

    private readonly List<StepFinding> _findings = [];

    /// <summary>Forgets everything.</summary>
    public void Clear() => _seen.Clear();

    /// <summary>Looks at a solved step.</summary>
    /// <returns>What was found at it.</returns>
    public ImmutableArray<StepFinding> Note(
        long time, SolveReport solved, StepReport report, HydraulicState state, StepTotals totals)
    {
        _findings.Clear();
        if (solved.SingularNode >= 0)
        {
            See(RunCodes.Singular, arrays.ModelNode[solved.SingularNode], time, 0);
        }
        else if (!solved.Converged)
        {
            See(RunCodes.Unbalanced, report.WorstLink, time, solved.RelativeFlowChange);
            foreach (var k in solved.RestlessLinks ?? [])
            {
                See(RunCodes.Restless, k, time, 0);
            }
        }

        if (state.HasUnsupplied || !(totals.LowestPressure >= 0))
        {
            NoteJunctions(time, state, 0, arrays.UnknownCount);
            NoteJunctions(time, state, arrays.FixedEnd, arrays.SuppliedCount);
        }

        foreach (var k in arrays.Pumps)
        {
            var curve = arrays.PumpCurves[k]!;
            if (state.Status[k] == LinkState.CannotDeliverHead)
            {
                See(RunCodes.PumpCannotLift, arrays.ModelLink[k], time, state.Head[arrays.EdgeTo[k]] - state.Head[arrays.EdgeFrom[k]]);
            }
            else if (state.Status[k] > LinkState.Closed && state.Flow[k] > state.Setting[k] * curve.LargestFlow)
            {
                See(RunCodes.PumpBeyondCurve, arrays.ModelLink[k], time, state.Flow[k]);
            }
        }

        foreach (var k in arrays.StatusLinks)
        {
            if (state.Status[k] == LinkState.CannotHoldFlow)
            {
                See(RunCodes.ValveCannotHold, arrays.ModelLink[k], time, state.Setting[k]);
            }
        }

        foreach (var k in arrays.PressureValves)
        {
            if (state.Status[k] == LinkState.CannotHoldPressure)
            {
                See(RunCodes.ValveCannotHold, arrays.ModelLink[k], time, state.Setting[k]);
            }
        }

        return _findings.Count == 0 ? [] : [.. _findings];
    }

    /// <summary>
    /// The warnings, in the order in which they first arose; nodes that nothing joins to a source first. Of one kind the
    /// first few elements are named one by one and the rest together.
    /// </summary>
    public ImmutableArray<Diagnostic> Diagnostics()
    {
        const int Named = 10;
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var isolated = Enumerable.Range(arrays.SuppliedCount, arrays.ModelNode.Length - arrays.SuppliedCount)
            .Select(i => arrays.Network.Nodes[arrays.ModelNode[i]].Id).ToArray();
        found.AddRange(isolated.Take(Named).Select(RunCodes.Unsupplied));
        if (isolated.Length > Named)
        {
            found.Add(RunCodes.More(RunCodes.UnsuppliedNode, isolated[Named..]));
        }

        foreach (var kind in _seen.GroupBy(s => s.Key.Code).OrderBy(g => g.Min(s => s.Value.Order)))
        {
            var elements = kind.OrderBy(s => s.Value.Order).ToArray();
            foreach (var ((code, element), seen) in elements.Take(Named))
            {
                found.Add(RunCodes.Describe(code, arrays.Network, element, seen.First, seen.Count, seen.Worst));
            }

            if (elements.Length > Named)
            {
                found.Add(RunCodes.More(kind.Key, [.. elements.Skip(Named).Select(
                    s => RunCodes.IdOf(kind.Key, arrays.Network, s.Key.Element))]));
            }
        }

        return found.ToImmutable();
    }

    private void NoteJunctions(long time, HydraulicState state, int start, int end)
    {
        var (head, elevation, hasUnsupplied) = (state.Head, arrays.Elevation, state.HasUnsupplied);
        for (var i = start; i < end; i++)
        {
            var pressure = head[i] - elevation[i];
            if (pressure >= 0 && !hasUnsupplied)
            {
                continue;
            }

            if (state.Unsupplied[i])
            {
                See(RunCodes.CutOff, arrays.ModelNode[i], time, state.Demand[i]);
            }
            else if (pressure < 0 && state.Demand[i] > 0)
            {
                See(RunCodes.NegativePressure, arrays.ModelNode[i], time, pressure);
            }
        }
    }

    // The worst value is the one farthest from zero.
    private void See(string code, int element, long time, double value)
    {
        _findings.Add(new StepFinding(code, RunCodes.IsAboutNode(code), element, value));
        var seen = _seen.GetValueOrDefault((code, element), new Seen(_seen.Count, time, 0, 0));
        _seen[(code, element)] = seen with
        {
            Count = seen.Count + 1,
            Worst = Math.Abs(value) > Math.Abs(seen.Worst) ? value : seen.Worst,
        };
    }

    private readonly record struct Seen(int Order, long First, int Count, double Worst);
}
