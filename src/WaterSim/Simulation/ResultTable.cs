using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>
/// The growing tables behind <see cref="SimulationResults"/>. What follows from other rows is worked out when it is asked
/// for, and a row that equals the one before stands only once.
/// </summary>
internal sealed class ResultTable(int nodes, int links)
{
    public List<long> Times { get; } = [];

    public Rows<double> Heads { get; } = new(nodes);

    public Rows<double> Pressures { get; } = new(nodes);

    public Rows<double> Demands { get; } = new(nodes);

    public Rows<double> Required { get; } = new(nodes);

    public Rows<double> Leaks { get; } = new(nodes);

    public Rows<double> Flows { get; } = new(links);

    public Rows<double> HeadLosses { get; } = new(links);

    public Rows<double> Velocities { get; } = new(links);

    public Rows<LinkStatus> Statuses { get; } = new(links);

    public Rows<LinkState> States { get; } = new(links);

    public Rows<double> Settings { get; } = new(links);

    public Rows<double> Powers { get; } = new(links);

    /// <summary>Rows of equal length.</summary>
    internal sealed class Rows<T>(int width)
    {
        private readonly List<T[]?> _rows = [];
        private readonly Lock _lock = new();
        private Func<int, T[]>? _derive;

        /// <summary>A row; worked out, and kept, where it was left open.</summary>
        public ReadOnlySpan<T> Row(int k)
        {
            if (_derive is null)
            {
                return _rows[k];
            }

            lock (_lock)
            {
                while (_rows.Count <= k)
                {
                    _rows.Add(null);
                }

                return _rows[k] ??= _derive(k);
            }
        }

        /// <summary>Adds a row of zeros and hands it out to be filled.</summary>
        public Span<T> Add()
        {
            var row = new T[width];
            _rows.Add(row);
            return row;
        }

        /// <summary>Adds a row with anything in it and hands it out to be filled from end to end.</summary>
        public Span<T> AddUnfilled()
        {
            var row = GC.AllocateUninitializedArray<T>(width);
            _rows.Add(row);
            return row;
        }

        /// <summary>Adds the last row once more.</summary>
        public void Repeat() => _rows.Add(_rows[^1]);

        /// <summary>Leaves a row open.</summary>
        public void Skip() => _rows.Add(null);

        /// <summary>Says how a row that was left open follows from other rows.</summary>
        public void DeriveBy(Func<int, T[]> derive) => _derive = derive;
    }
}
