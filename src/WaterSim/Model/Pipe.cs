namespace WaterSim.Model;

/// <summary>A full pipe.</summary>
public sealed record Pipe : Link
{
    private readonly RareOfPipe _rare = RareOfPipe.None;

    /// <summary>Length, m.</summary>
    public double Length { get; init; }

    /// <summary>Inside diameter, m.</summary>
    public double Diameter { get; init; }

    /// <summary>
    /// Roughness in the terms of <see cref="HydraulicOptions.HeadLoss"/>: Hazen-Williams C (-),
    /// Darcy-Weisbach height (m), or Manning n (s/m^(1/3)).
    /// </summary>
    public double Roughness { get; init; }

    /// <summary>Minor loss coefficient K in K v^2/2g, -.</summary>
    public double MinorLoss { get; init; }

    /// <summary>Area of all leaks per length of pipe at no pressure, m2/m.</summary>
    public double LeakArea
    {
        get => _rare.LeakArea;
        init => _rare = value == _rare.LeakArea ? _rare : _rare with { LeakArea = value };
    }

    /// <summary>How fast that area grows with pressure head, m2/m per m.</summary>
    public double LeakExpansion
    {
        get => _rare.LeakExpansion;
        init => _rare = value == _rare.LeakExpansion ? _rare : _rare with { LeakExpansion = value };
    }

    /// <summary>Bulk reaction coefficient in the unit of <see cref="ReactionOptions.BulkCoefficient"/>, or null for that one.</summary>
    public double? BulkCoefficient
    {
        get => _rare.BulkCoefficient;
        init => _rare = value == _rare.BulkCoefficient ? _rare : _rare with { BulkCoefficient = value };
    }

    /// <summary>
    /// Wall reaction coefficient in the unit of <see cref="ReactionOptions.WallCoefficient"/>, or null for that one or
    /// the one that follows from the roughness.
    /// </summary>
    public double? WallCoefficient
    {
        get => _rare.WallCoefficient;
        init => _rare = value == _rare.WallCoefficient ? _rare : _rare with { WallCoefficient = value };
    }

    /// <summary>True: flow only from start to end.</summary>
    public bool HasCheckValve { get; init; }

    /// <summary>Whether the pipe is open or closed at the start; never active.</summary>
    public LinkStatus InitialStatus { get; init; } = LinkStatus.Open;
}
