namespace WaterSim.Planning.Resources;

/// <summary>
/// A source's water over one day, m3: <c>After = Before + Inflow + Rain - Evaporation - Seepage - Release - Draw - Spill</c>. Of a
/// spring, inflow is its yield and spill what is not drawn.
/// </summary>
public readonly record struct SourceDay
{
    /// <summary>Stored in the morning.</summary>
    public required double Before { get; init; }

    /// <summary>From the catchment.</summary>
    public required double Inflow { get; init; }

    /// <summary>On the water itself.</summary>
    public required double Rain { get; init; }

    /// <summary>From the water itself.</summary>
    public required double Evaporation { get; init; }

    /// <summary>Into the ground.</summary>
    public required double Seepage { get; init; }

    /// <summary>To the stream and to fields.</summary>
    public required double Release { get; init; }

    /// <summary>For supply.</summary>
    public required double Draw { get; init; }

    /// <summary>Over the spillway.</summary>
    public required double Spill { get; init; }

    /// <summary>Stored in the evening.</summary>
    public required double After { get; init; }

    /// <summary>Level in the evening, m; NaN of a spring.</summary>
    public required double Level { get; init; }

    /// <summary>What does not close, m3.</summary>
    public double Error => Before + Inflow + Rain - Evaporation - Seepage - Release - Draw - Spill - After;
}
