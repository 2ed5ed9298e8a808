using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>
/// Takes down, at each reported time, what the solver found: heads and flows of the core, pressure-driven demands,
/// discharges, statuses. Everything else follows from these and is worked out by <see cref="Reconstruction"/> and
/// <see cref="DerivedResults"/> when it is asked for, to the same bits; a long run so keeps a small part of what it computed.
/// </summary>
internal sealed class Recorder
{
    // Rows stand in blocks just too small for the large-object heap, whose memory goes back to the system and has to be
    // got anew, page by page, with the next run.
    private const int BlockLength = 1 << 13;

    private readonly CompiledNetwork _compiled;
    private readonly NetworkArrays _arrays;
    private readonly EnergyMeter _energy;
    private readonly int _rowsPerBlock;
    private RecordedRun _run;

    public Recorder(CompiledNetwork compiled, EnergyMeter energy)
    {
        (_compiled, _arrays, _energy) = (compiled, compiled.Arrays, energy);
        Layout = new RowLayout(_arrays);
        var expected = compiled.Clock.Duration / compiled.Clock.ReportStep;
        _rowsPerBlock = (int)Math.Clamp(Math.Min(expected + 1, BlockLength / Layout.Length), 1, 1 << 20);
        _run = new RecordedRun(LaneChanges.None);
        Table = NewTable();
    }

    /// <summary>Where each quantity stands in a row.</summary>
    public RowLayout Layout { get; }

    /// <summary>The tables.</summary>
    public ResultTable Table { get; private set; }

    /// <summary>Begins new tables.</summary>
    /// <param name="changes">What of the run differs from its network.</param>
    public void Restart(LaneChanges changes)
    {
        _run = new RecordedRun(changes);
        Table = NewTable();
    }

    /// <summary>Adds a row for a time, s, of a pattern period.</summary>
    public void Record(long time, long period, HydraulicState state)
    {
        if (_run.Periods.Count % _rowsPerBlock == 0)
        {
            _run.Blocks.Add(GC.AllocateUninitializedArray<double>(_rowsPerBlock * Layout.Length));
        }

        Table.Times.Add(time);
        var row = _run.Blocks[^1].AsSpan(_run.Periods.Count % _rowsPerBlock * Layout.Length, Layout.Length);
        _run.Periods.Add(period);
        state.Head.CopyTo(row[..Layout.Flows]);
        state.Flow.CopyTo(row[Layout.Flows..Layout.Inflows]);
        state.Inflow.CopyTo(row[Layout.Inflows..Layout.Discharges], _arrays.UnknownCount);
        state.Discharge.CopyTo(row[Layout.Discharges..Layout.Deliveries]);
        state.Delivered.CopyTo(row[Layout.Deliveries..]);
        RecordStatuses(state);
        RecordSupply(state);
    }

    private ResultTable NewTable()
    {
        var table = new ResultTable(_arrays.ModelNode.Length, _arrays.ModelLink.Length);
        new DerivedResults(
            _compiled, _energy, table, new Reconstruction(_compiled, Layout, _run, _rowsPerBlock)).Attach();
        return table;
    }

    // Most of the time nothing has changed, and the rows share what was taken down before.
    private void RecordStatuses(HydraulicState state)
    {
        var changing = _compiled.ChangingLinks;
        if (_run.Statuses.Count > 0)
        {
            var (statuses, settings) = _run.Statuses[^1];
            var same = true;
            for (var c = 0; c < changing.Length && same; c++)
            {
                same = state.Status[changing[c]] == statuses[c]
                    && LinkAction.SameSetting(state.Setting[changing[c]], settings[c]);
            }

            if (same)
            {
                _run.Statuses.Add(_run.Statuses[^1]);
                return;
            }
        }

        _run.Statuses.Add((
            Array.ConvertAll(changing, k => state.Status[k]), Array.ConvertAll(changing, k => state.Setting[k])));
    }

    private void RecordSupply(HydraulicState state)
    {
        if (!state.HasUnsupplied)
        {
            _run.Unsupplied.Add(null);
            return;
        }

        var marks = new bool[state.Unsupplied.Length];
        state.Unsupplied.CopyTo(marks);
        _run.Unsupplied.Add(_run.Unsupplied is [.., { } last] && marks.AsSpan().SequenceEqual(last) ? last : marks);
    }
}
