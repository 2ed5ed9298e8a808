namespace WaterSim.Model;

/// <summary>What few pipes have, kept apart so that the others need no room for it.</summary>
internal sealed record RareOfPipe
{
    /// <summary>What pipes have that have nothing rare.</summary>
    public static readonly RareOfPipe None = new();

    /// <inheritdoc cref="Pipe.LeakArea"/>
    public double LeakArea { get; init; }

    /// <inheritdoc cref="Pipe.LeakExpansion"/>
    public double LeakExpansion { get; init; }

    /// <inheritdoc cref="Pipe.BulkCoefficient"/>
    public double? BulkCoefficient { get; init; }

    /// <inheritdoc cref="Pipe.WallCoefficient"/>
    public double? WallCoefficient { get; init; }
}
