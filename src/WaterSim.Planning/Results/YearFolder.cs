using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Results.Tables;

namespace WaterSim.Planning.Results;

/// <summary>
/// A year's run in the making, in a folder of its own beside the place of the run: <c>NAME.unfinished</c>. Days are added
/// as they are run and written by months, so that memory does not grow with them. What is written stays when the run is
/// stopped or killed, can be read, and can be gone on with.
/// </summary>
/// <remarks>
/// The folder holds <c>state.json</c> (what is run, the last day kept, and the run's own state), each table as
/// <c>NAME.csv</c>, and its months as <c>months/YYYY-MM/NAME.parquet</c>. Tables are <c>days</c>, <c>sources</c>, <c>plants</c>,
/// <c>interconnections</c>, <c>communities</c>, <c>decisions</c> and <c>limits</c>; of an hourly run also <c>hours_tanks</c>,
/// <c>hours_plants</c>, <c>hours_interconnections</c> and, as Parquet alone, <c>hours_communities</c>. Their columns end in their
/// unit; see <see cref="RunTables"/> for how texts and numbers are written. A finished run has each as one CSV and one Parquet file
/// with a row group for each month, the same bytes whether or not it was stopped on the way.
/// </remarks>
public sealed class YearFolder : IDisposable
{
    /// <summary>What follows the name of the run's place.</summary>
    public const string Suffix = ".unfinished";

    private const string LockName = "lock";

    private readonly YearTables _tables;
    private readonly YearIdentity _identity;
    private readonly FileStream _lock;
    private readonly YearMonths _months;
    private readonly List<YearDay> _added = [];
    private ImmutableArray<Table> _begun = [];
    private int _daysAdded;

    private YearFolder(string path, YearTables tables, YearIdentity identity, FileStream held, YearMonths months)
    {
        (Path, _tables, _identity, _lock, _months) = (path, tables, identity, held, months);
    }

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Days that are written and would outlast a loss of power.</summary>
    public int DaysKept { get; private set; }

    /// <summary>The last of them, or null.</summary>
    public DateOnly? LastDayKept => DaysKept == 0 ? null : _identity.From.AddDays(DaysKept - 1);

    /// <summary>Of a run that is gone on with, its state after <see cref="DaysKept"/> days; empty where there are none.</summary>
    public ReadOnlyMemory<byte> State { get; private set; }

    /// <summary>True once all days are kept.</summary>
    public bool IsComplete => DaysKept == _identity.Days;

    /// <summary>A file or folder that should have been removed and could not be, or null.</summary>
    public string? LeftBehind { get; private set; }

    /// <summary>Begins a run.</summary>
    /// <param name="target">Place of the run; see <see cref="RunFolder.Begin"/> for what may stand there.</param>
    /// <param name="system">The county.</param>
    /// <param name="identity">What is run.</param>
    /// <param name="hourly">Of a run by the hour the network that was read with the county; null: tables of days alone.</param>
    /// <exception cref="RunFolderException">The place may not be used, or an unfinished run with some days stands beside it.</exception>
    public static YearFolder Begin(string target, CountySystem system, YearIdentity identity, Network? hourly = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(identity);
        var path = PathBeside(target);
        return YearFolderFailures.Guard(path, () =>
        {
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            {
                var state = YearState.Load(path) ?? throw YearFolderFailures.Occupied(path, null);
                if (state.Days > 0)
                {
                    throw YearFolderFailures.Occupied(path, state);
                }
            }

            Directory.CreateDirectory(path);
            var held = Hold(path);
            try
            {
                var tables = TablesOf(system, hourly);
                var months = new YearMonths(path, tables.Names, []);
                months.Remove();
                months.Begin(tables.Of([]));
                var folder = new YearFolder(path, tables, identity, held, months);
                folder.Save([], []);
                return folder;
            }
            catch
            {
                held.Dispose();
                throw;
            }
        });
    }

    /// <summary>Goes on with a run that was stopped.</summary>
    /// <param name="target">Place of the run.</param>
    /// <param name="system">The county.</param>
    /// <param name="identity">What is run: the same as then.</param>
    /// <param name="hourly">As in <see cref="Begin"/>: the same as then.</param>
    /// <exception cref="RunFolderException">There is none, it was of something else, or its files are damaged.</exception>
    public static YearFolder Resume(string target, CountySystem system, YearIdentity identity, Network? hourly = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(identity);
        var path = PathBeside(target);
        return YearFolderFailures.Guard(path, () =>
        {
            if (!File.Exists(System.IO.Path.Combine(path, YearState.FileName)))
            {
                throw YearFolderFailures.NothingThere(path);
            }

            var held = Hold(path);
            try
            {
                var state = YearState.Load(path) ?? throw YearFolderFailures.Damaged(path, $"its {YearState.FileName} is damaged");
                if (state.Identity.DifferenceTo(identity) is { } difference)
                {
                    throw YearFolderFailures.Another(path, difference);
                }

                var tables = TablesOf(system, hourly);
                if (state.Rows.Length != tables.Names.Length)
                {
                    throw YearFolderFailures.Another(path, tables.IsHourly ? "it has no hourly tables" : "it has hourly tables");
                }

                var months = new YearMonths(path, tables.Names, state.WholeMonths);
                var folder = new YearFolder(path, tables, identity, held, months) { State = state.Run };
                folder.DaysKept = folder._daysAdded = state.Days;
                folder.TakeUp(state);
                return folder;
            }
            catch (InvalidDataException e)
            {
                held.Dispose();
                throw YearFolderFailures.Damaged(path, e.Message, e);
            }
            catch
            {
                held.Dispose();
                throw;
            }
        });
    }

    /// <summary>Adds the next day. At the end of a month, and of the run, all is written.</summary>
    /// <param name="day">The day after the last one.</param>
    /// <param name="save">Gives the run's state after that day; called only where it is written.</param>
    /// <exception cref="ArgumentException">It is another day, or it lacks the hours of an hourly run.</exception>
    /// <exception cref="IOException">The month cannot be written; what was kept before is as it was.</exception>
    public void Add(YearDay day, Func<byte[]> save)
    {
        ArgumentNullException.ThrowIfNull(day);
        ArgumentNullException.ThrowIfNull(save);
        if (_daysAdded >= _identity.Days || day.Date != _identity.From.AddDays(_daysAdded))
        {
            throw new ArgumentException($"The day is {YearTables.Text(day.Date)}, not the one that comes next.", nameof(day));
        }

        if (_tables.IsHourly && day.Hours is null)
        {
            throw new ArgumentException("The day has no hours.", nameof(day));
        }

        _added.Add(day);
        _daysAdded++;
        if (_daysAdded == _identity.Days || day.Date.AddDays(1).Day == 1)
        {
            Keep(save);
        }
    }

    /// <summary>Writes the days that are not kept yet, because the run is stopped.</summary>
    /// <param name="save">Gives the run's state after the last day that was added.</param>
    /// <exception cref="IOException">They cannot be written; what was kept before is as it was.</exception>
    public void Keep(Func<byte[]> save)
    {
        ArgumentNullException.ThrowIfNull(save);
        if (_added.Count == 0)
        {
            return;
        }

        var last = _added[^1].Date;
        var isWhole = _daysAdded == _identity.Days || last.AddDays(1).Day == 1;
        var tables = _tables.Of(_added);
        if (!_begun.IsEmpty)
        {
            tables = [.. _begun.Zip(tables, (before, now) => before.Then(now))];
        }

        _months.Write(last, tables, isWhole);
        DaysKept = _daysAdded;
        Save(isWhole ? [] : tables, save());
        _begun = isWhole ? [] : tables;
        _added.Clear();
    }

    /// <summary>Writes the finished tables into a folder.</summary>
    /// <param name="folder">An existing folder without such files.</param>
    /// <exception cref="RunFolderException">A file of the unfinished run is damaged.</exception>
    /// <exception cref="InvalidOperationException">Days are missing.</exception>
    public void WriteTables(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!IsComplete)
        {
            throw new InvalidOperationException($"{DaysKept} of {_identity.Days} days are there.");
        }

        try
        {
            _months.WriteWhole(folder, [.. MonthsTo(DaysKept)]);
        }
        catch (InvalidDataException e)
        {
            throw YearFolderFailures.Damaged(Path, e.Message, e);
        }
    }

    /// <summary>Removes the folder once the run stands in its place; files of others stay. See <see cref="LeftBehind"/>.</summary>
    public void Remove()
    {
        try
        {
            _months.Remove();
            File.Delete(System.IO.Path.Combine(Path, YearState.FileName));
            _lock.Dispose();
            File.Delete(System.IO.Path.Combine(Path, LockName));
            Directory.Delete(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LeftBehind = Path;
        }
    }

    /// <summary>Lets go of the folder, which stays unless it was removed.</summary>
    public void Dispose() => _lock.Dispose();

    private void TakeUp(YearState state)
    {
        _months.Check(MonthsTo(DaysKept));
        if (state.Rows.Any(n => n > 0))
        {
            _begun = _months.Read(LastDayKept!.Value, state.Rows);
        }
    }

    private void Save(ImmutableArray<Table> begun, byte[] run) => new YearState
    {
        Identity = _identity,
        Days = DaysKept,
        WholeMonths = _months.WholeMonths,
        Rows = begun.IsEmpty ? [.. _tables.Names.Select(_ => 0)] : [.. begun.Select(t => t.Rows)],
        Run = run,
    }.Save(Path);

    private static YearTables TablesOf(CountySystem system, Network? hourly) =>
        new(system, hourly is null ? null : [.. hourly.Nodes.OfType<Tank>().Select(t => t.Id)]);

    // A day in each month of the first so many days.
    private IEnumerable<DateOnly> MonthsTo(int days)
    {
        var end = _identity.From.AddDays(days - 1);
        for (var day = _identity.From; days > 0 && day <= end; day = day.AddDays(1 - day.Day).AddMonths(1))
        {
            yield return day;
        }
    }

    // Whoever holds the file writes the folder. The system lets go of it when a process ends, however it does.
    private static FileStream Hold(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw YearFolderFailures.Busy(path, e);
        }
    }

    private static string PathBeside(string target)
    {
        // Refuses what could not be replaced at the end, before anything is run.
        using var place = RunFolder.Begin(target);
        return place.Target + Suffix;
    }
}
