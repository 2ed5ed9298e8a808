using System.Collections.Immutable;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Resources;

/// <summary>The water of all sources, day after day: what may be drawn, and what is left. Not for several threads at once.</summary>
public sealed class SourceBank
{
    private readonly InflowSeries _inflow;
    private readonly Basin?[] _basins;
    private readonly bool[] _isInUse;
    private readonly double[] _levels;
    private readonly double[] _stored;

    /// <summary>All sources as the system has them at the start of a year.</summary>
    /// <param name="system">The county.</param>
    /// <param name="inflow">What the days bring to it.</param>
    /// <exception cref="ArgumentException">A source has no storage and is no spring, or the series is another county's.</exception>
    public SourceBank(CountySystem system, InflowSeries inflow)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(inflow);
        if (inflow.SourceCount != system.Sources.Length)
        {
            throw new ArgumentException("The series has not the system's number of sources.", nameof(inflow));
        }

        _inflow = inflow;
        _basins = new Basin?[system.Sources.Length];
        _isInUse = new bool[_basins.Length];
        _levels = new double[_basins.Length];
        _stored = new double[_basins.Length];
        for (var i = 0; i < _basins.Length; i++)
        {
            var source = system.Sources[i];
            _isInUse[i] = source.Duty == SourceDuty.InUse;
            if (source.Kind == SourceKind.Spring)
            {
                _levels[i] = double.NaN;
                continue;
            }

            var reservoir = system.Resources?.Reservoirs.FirstOrDefault(r => string.Equals(r.Source, source.Id, StringComparison.Ordinal))
                ?? throw new ArgumentException($"The system has no storage of '{source.Id}'.", nameof(system));
            var basin = new Basin(reservoir);
            _basins[i] = basin;
            _stored[i] = basin.Limits.Floor + (reservoir.InitialLive * basin.LiveCapacity);
            _levels[i] = basin.Curve.Level(_stored[i]);
        }
    }

    /// <summary>The day that has not ended yet, counted from the series' first.</summary>
    public int Day { get; private set; }

    /// <summary>Live storage of the reservoirs in use over that at normal level, -; NaN where there is none.</summary>
    public double CountyLiveShare
    {
        get
        {
            var (live, capacity) = (0.0, 0.0);
            for (var i = 0; i < _basins.Length; i++)
            {
                if (_isInUse[i] && _basins[i] is { } basin)
                {
                    live += basin.Live(_stored[i]);
                    capacity += basin.LiveCapacity;
                }
            }

            return live / capacity;
        }
    }

    /// <summary>The least <see cref="LiveShare"/> of a reservoir in use, -; NaN where there is none.</summary>
    public double LowestLiveShare
    {
        get
        {
            var lowest = double.NaN;
            for (var i = 0; i < _basins.Length; i++)
            {
                if (_isInUse[i] && _basins[i] is not null && !(LiveShare(i) >= lowest))
                {
                    lowest = LiveShare(i);
                }
            }

            return lowest;
        }
    }

    /// <summary>What may be drawn this day: of a reservoir what is live in the morning, of a spring the day's yield.</summary>
    /// <param name="source">Position in the system's sources.</param>
    /// <param name="isUsed">Whether it may be drawn on at all.</param>
    /// <param name="capDays">Days for which the live storage of a reservoir must last, or null; a spring has none to save.</param>
    public SourceState State(int source, bool isUsed, double? capDays)
    {
        if (_basins[source] is not { } basin)
        {
            return new SourceState(Math.Max(_inflow.Inflow(source, Day) + _stored[source], 0), 0, 0, isUsed);
        }

        var live = basin.Live(_stored[source]);
        return new SourceState(capDays is { } d ? live / Math.Max(d, 1) : live, live, basin.LiveCapacity, isUsed);
    }

    /// <summary>Water level, m; NaN of a spring.</summary>
    /// <param name="source">Position in the system's sources.</param>
    public double Level(int source) => _levels[source];

    /// <summary>Live storage over that at normal level, -; NaN of a spring.</summary>
    /// <param name="source">Position in the system's sources.</param>
    public double LiveShare(int source) =>
        _basins[source] is { } basin ? basin.Live(_stored[source]) / basin.LiveCapacity : double.NaN;

    /// <summary>
    /// Ends the day and goes to the next. Draws are taken whatever they are: where one is more than there is, the source is
    /// overdrawn and the next days' water makes it good first, so that the balance always closes.
    /// </summary>
    /// <param name="draws">What each source gave for supply, m3, treatment losses included; one for each.</param>
    /// <param name="releaseFactor">Factor on the release to stream and fields, -; 1 on a normal day.</param>
    /// <returns>The day's balance of each source.</returns>
    /// <exception cref="ArgumentException">A draw is missing, negative or no number.</exception>
    /// <exception cref="InvalidOperationException">The series has no more days.</exception>
    public ImmutableArray<SourceDay> Close(ReadOnlySpan<double> draws, double releaseFactor)
    {
        if (draws.Length != _basins.Length)
        {
            throw new ArgumentException($"{draws.Length} draws for {_basins.Length} sources.", nameof(draws));
        }

        foreach (var draw in draws)
        {
            if (!(draw >= 0 && double.IsFinite(draw)))
            {
                throw new ArgumentException(FormattableString.Invariant($"A draw is {draw} m3."), nameof(draws));
            }
        }

        if (!(releaseFactor >= 0 && double.IsFinite(releaseFactor)))
        {
            throw new ArgumentOutOfRangeException(nameof(releaseFactor), releaseFactor, "It is 0 or more.");
        }

        if (Day >= _inflow.Days)
        {
            throw new InvalidOperationException("The series has no more days.");
        }

        var month = _inflow.From.AddDays(Day).Month - 1;
        var days = ImmutableArray.CreateBuilder<SourceDay>(_basins.Length);
        for (var i = 0; i < _basins.Length; i++)
        {
            var inflow = _inflow.Inflow(i, Day);
            var day = _basins[i] is { } basin
                ? ReservoirBalance.Day(
                    basin.Curve, basin.Limits, _stored[i],
                    new(inflow, _inflow.Rain(Day), _inflow.Evaporation(Day), draws[i], basin.Release(month) * releaseFactor))
                : SpringYield.Day(_stored[i], inflow, draws[i]);
            _stored[i] = day.After;
            _levels[i] = day.Level;
            days.Add(day);
        }

        Day++;
        return days.MoveToImmutable();
    }

    /// <summary>What is stored in each source, m3: all that the next day needs, with <see cref="Day"/>.</summary>
    public ImmutableArray<double> Save() => [.. _stored];

    /// <summary>Goes on from what was saved.</summary>
    /// <param name="day">The day that is next, from 0 to the series' number of days.</param>
    /// <param name="storage">What <see cref="Save"/> gave on its morning.</param>
    /// <exception cref="ArgumentException">It is not of this county.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The series has no such day.</exception>
    public void Restore(int day, ImmutableArray<double> storage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(day);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, _inflow.Days);
        if (storage.IsDefault || storage.Length != _stored.Length || storage.Any(s => !double.IsFinite(s)))
        {
            throw new ArgumentException("There must be one finite volume for each source.", nameof(storage));
        }

        Day = day;
        for (var i = 0; i < storage.Length; i++)
        {
            _stored[i] = storage[i];
            _levels[i] = _basins[i] is { } basin ? basin.Curve.Level(storage[i]) : double.NaN;
        }
    }

    /// <summary>A reservoir's curve and limits.</summary>
    private sealed class Basin
    {
        private readonly ImmutableArray<double> _release;

        public Basin(StorageReservoir reservoir)
        {
            Curve = new StorageCurve(reservoir.Curve);
            Limits = new(Curve.Volume(reservoir.FloorLevel), Curve.Volume(reservoir.NormalLevel), reservoir.Seepage);
            _release = reservoir.Release;
        }

        public StorageCurve Curve { get; }

        public ReservoirBalance.Limits Limits { get; }

        public double LiveCapacity => Limits.Normal - Limits.Floor;

        public double Live(double stored) => Math.Max(stored - Limits.Floor, 0);

        public double Release(int month) => _release.IsDefaultOrEmpty ? 0 : _release[month];
    }
}
