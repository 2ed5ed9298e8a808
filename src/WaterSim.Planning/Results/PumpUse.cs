namespace WaterSim.Planning.Results;

/// <summary>How a pump worked over a run.</summary>
public sealed record PumpUse
{
    /// <summary>Id of the pump.</summary>
    public required string Id { get; init; }

    /// <summary>Time it was on.</summary>
    public required TimeSpan TimeOn { get; init; }

    /// <summary>Mean flow while on, m3/s; 0 where it never ran at a reported time.</summary>
    public required double Flow { get; init; }

    /// <summary>Mean head gained while on, m; 0 where it never ran at a reported time.</summary>
    public required double Head { get; init; }

    /// <summary>Mean wire-to-water efficiency while on, percent; 0 where it never ran.</summary>
    public required double Efficiency { get; init; }

    /// <summary>Energy drawn from the grid, J.</summary>
    public required double Energy { get; init; }

    /// <summary>Highest power, W.</summary>
    public required double PeakPower { get; init; }

    /// <summary>Cost of energy, in the currency of the prices.</summary>
    public required double Cost { get; init; }
}
