using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>
/// The growing tables behind <see cref="SimulationResults"/>. A row that was not added is worked out when it is asked for,
/// and kept.
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

        /// <summary>A row; worked out, and kept, where it was not added.</summary>
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

        /// <summary>Says how a row that was not added is worked out.</summary>
        public void DeriveBy(Func<int, T[]> derive) => _derive = derive;
    }
}
