using System.Diagnostics.CodeAnalysis;
using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>
/// Writes the solver's state into the result tables, in the model's order: heads, flows, what is drawn, statuses and
/// settings. Everything else follows from these, and is worked out by <see cref="DerivedResults"/> when asked for.
/// </summary>
internal sealed class Recorder
{
    private readonly NetworkArrays _arrays;
    private readonly EnergyMeter _energy;
    private readonly bool _pressureDriven;
    private readonly int[] _changing;
    private readonly LinkState[] _lastStates;
    private readonly double[] _lastSettings;

    public Recorder(CompiledNetwork compiled, EnergyMeter energy)
    {
        (_arrays, _energy) = (compiled.Arrays, energy);
        _pressureDriven = _arrays.Network.Options.DemandModel == DemandModel.PressureDriven;
        _changing = compiled.ChangingLinks;
        _lastStates = new LinkState[_changing.Length];
        _lastSettings = new double[_changing.Length];
        Restart();
    }

    /// <summary>The tables.</summary>
    public ResultTable Table { get; private set; }

    /// <summary>Begins new tables.</summary>
    [MemberNotNull(nameof(Table))]
    public void Restart()
    {
        Table = new ResultTable(_arrays.ModelNode.Length, _arrays.ModelLink.Length);
        new DerivedResults(_arrays, _energy, Table).Attach();
    }

    /// <summary>Adds a row for a time, s.</summary>
    public void Record(long time, HydraulicState state)
    {
        Table.Times.Add(time);
        RecordNodes(state);
        RecordFlows(state);
        RecordStatuses(state);
    }

    private void RecordNodes(HydraulicState state)
    {
        var heads = Table.Heads.AddUnfilled();
        var demands = Table.Demands.AddUnfilled();
        var solverNode = _arrays.SolverNode;
        var (head, delivered) = (state.Head, state.Delivered);
        for (var n = 0; n < heads.Length; n++)
        {
            var i = solverNode[n];
            heads[n] = head[i];
            demands[n] = delivered[i];
        }

        for (var i = _arrays.UnknownCount; i < _arrays.FixedEnd; i++)
        {
            demands[_arrays.ModelNode[i]] = state.Inflow[i];
        }

        if (state.HasUnsupplied)
        {
            for (var n = 0; n < heads.Length; n++)
            {
                heads[n] = state.Unsupplied[solverNode[n]] ? double.NaN : heads[n];
            }
        }

        RecordDischarges(state, demands);
        if (!_pressureDriven && !state.HasUnsupplied && _arrays.Discharges.Count == 0)
        {
            Table.Required.Skip();
            return;
        }

        var required = Table.Required.AddUnfilled();
        for (var n = 0; n < required.Length; n++)
        {
            required[n] = state.Demand[solverNode[n]];
        }
    }

    private void RecordDischarges(HydraulicState state, Span<double> demands)
    {
        var discharges = _arrays.Discharges;
        if (discharges.Count == discharges.EmitterCount)
        {
            Table.Leaks.Skip();
        }

        var leaks = discharges.Count == discharges.EmitterCount ? [] : Table.Leaks.Add();
        for (var e = 0; e < discharges.Count; e++)
        {
            var node = _arrays.ModelNode[discharges.Node[e]];
            demands[node] += state.Discharge[e];
            if (e >= discharges.EmitterCount)
            {
                leaks[node] += state.Discharge[e];
            }
        }
    }

    // What seeps through a closed link is not told.
    private void RecordFlows(HydraulicState state)
    {
        var flows = Table.Flows.AddUnfilled();
        var (solverLink, flow) = (_arrays.SolverLink, state.Flow);
        for (var k = 0; k < flows.Length; k++)
        {
            flows[k] = flow[solverLink[k]];
        }

        foreach (var k in _changing)
        {
            if (state.Status[k] <= LinkState.Closed)
            {
                flows[_arrays.ModelLink[k]] = 0;
            }
        }

        for (var k = 0; state.HasUnsupplied && k < flows.Length; k++)
        {
            flows[k] = state.Unsupplied[_arrays.From[solverLink[k]]] ? 0 : flows[k];
        }
    }

    private void RecordStatuses(HydraulicState state)
    {
        var isFirst = Table.Times.Count == 1;
        var (newStates, newSettings) = (isFirst, isFirst);
        for (var c = 0; c < _changing.Length; c++)
        {
            var k = _changing[c];
            newStates |= state.Status[k] != _lastStates[c];
            newSettings |= !LinkAction.SameSetting(state.Setting[k], _lastSettings[c]);
            (_lastStates[c], _lastSettings[c]) = (state.Status[k], state.Setting[k]);
        }

        Fill(Table.States, newStates, state.Status);
        Fill(Table.Settings, newSettings, state.Setting);
    }

    private void Fill<T>(ResultTable.Rows<T> rows, bool isNew, Column<T> values)
    {
        if (!isNew)
        {
            rows.Repeat();
            return;
        }

        var row = rows.AddUnfilled();
        for (var k = 0; k < row.Length; k++)
        {
            row[k] = values[_arrays.SolverLink[k]];
        }
    }
}
