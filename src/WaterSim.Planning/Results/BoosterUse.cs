using WaterSim.Planning.County;

namespace WaterSim.Planning.Results;

/// <summary>How a booster station worked over a run: its pumps, duty and standby, taken together.</summary>
public sealed record BoosterUse
{
    /// <summary>The station.</summary>
    public required BoosterStation Station { get; init; }

    /// <summary>Running time of its pumps, added up.</summary>
    public required TimeSpan TimeOn { get; init; }

    /// <summary>Mean flow over the whole run, all pumps together, m3/s.</summary>
    public required double Flow { get; init; }

    /// <summary>Mean head gained, m, each pump weighted by the water it moved; 0 where none ran.</summary>
    public required double Head { get; init; }

    /// <summary>Mean wire-to-water efficiency, percent, weighted by energy; 0 where none ran.</summary>
    public required double Efficiency { get; init; }

    /// <summary>Energy drawn from the grid, J.</summary>
    public required double Energy { get; init; }

    /// <summary>Cost of energy, in the currency of the prices.</summary>
    public required double Cost { get; init; }
}
