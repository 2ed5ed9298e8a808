namespace WaterSim.Model;

/// <summary>A body of water whose head does not depend on what is drawn from it.</summary>
public sealed record Reservoir : Node
{
    /// <summary>Water surface elevation, m, before <see cref="HeadPatternId"/> multiplies it.</summary>
    public double Head { get; init; }

    /// <summary>Pattern that multiplies the head over time, or null for a constant head.</summary>
    public string? HeadPatternId { get; init; }
}
