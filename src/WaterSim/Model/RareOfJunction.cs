namespace WaterSim.Model;

/// <summary>What few junctions have, kept apart so that the others need no room for it.</summary>
internal sealed record RareOfJunction
{
    /// <summary>What junctions have that have nothing rare.</summary>
    public static readonly RareOfJunction None = new();

    /// <inheritdoc cref="Junction.MinimumPressure"/>
    public double? MinimumPressure { get; init; }

    /// <inheritdoc cref="Junction.RequiredPressure"/>
    public double? RequiredPressure { get; init; }

    /// <inheritdoc cref="Junction.EmitterCoefficient"/>
    public double EmitterCoefficient { get; init; }
}
