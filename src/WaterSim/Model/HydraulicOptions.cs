namespace WaterSim.Model;

/// <summary>How the hydraulics are computed. Defaults are EPANET's.</summary>
public sealed record HydraulicOptions
{
    /// <summary>Flow unit of the file the network came from and is written to; inside all is SI.</summary>
    public FlowUnits FlowUnits { get; init; } = FlowUnits.GallonsPerMinute;

    /// <summary>Pressure unit of the file, or null for the one that goes with the flow unit (psi or m).</summary>
    public PressureUnits? PressureUnits { get; init; }

    /// <summary>Friction law of the pipes.</summary>
    public HeadLossFormula HeadLoss { get; init; } = HeadLossFormula.HazenWilliams;

    /// <summary>Kinematic viscosity, m2/s (water at 20 degrees C: 1.022e-6).</summary>
    public double Viscosity { get; init; } = 1.1e-5 * 0.3048 * 0.3048;

    /// <summary>Specific gravity of the fluid, - (water at 4 degrees C: 1).</summary>
    public double SpecificGravity { get; init; } = 1;

    /// <summary>Convergence: sum of flow changes over sum of flows, -.</summary>
    public double Accuracy { get; init; } = 1e-3;

    /// <summary>Most iterations of one solve.</summary>
    public int MaxTrials { get; init; } = 200;

    /// <summary>What to do with a step that does not converge within <see cref="MaxTrials"/>.</summary>
    public UnbalancedAction Unbalanced { get; init; } = UnbalancedAction.Stop;

    /// <summary>Further iterations, with statuses held, after which an unbalanced run goes on.</summary>
    public int UnbalancedExtraTrials { get; init; }

    /// <summary>Iterations between status checks of valves, check valves and pumps.</summary>
    public int CheckFrequency { get; init; } = 2;

    /// <summary>Iterations after which statuses are checked only at convergence.</summary>
    public int MaxCheck { get; init; } = 10;

    /// <summary>Relative flow change below which steps are damped and valves checked each time; 0: never.</summary>
    public double DampLimit { get; init; }

    /// <summary>Largest energy residual allowed at any link, m; 0: not asked.</summary>
    public double HeadError { get; init; }

    /// <summary>Largest flow change allowed at any link, m3/s; 0: not asked.</summary>
    public double FlowChange { get; init; }

    /// <summary>Whether demand depends on pressure.</summary>
    public DemandModel DemandModel { get; init; } = DemandModel.DemandDriven;

    /// <summary>Pressure head below which nothing is delivered, m (pressure driven).</summary>
    public double MinimumPressure { get; init; }

    /// <summary>Pressure head from which the whole demand is delivered, m (pressure driven).</summary>
    public double RequiredPressure { get; init; } = 0.1 * 0.3048 / PressureUnitsExtensions.PsiPerFootOfWater;

    /// <summary>Exponent of delivered share by pressure, - (pressure driven).</summary>
    public double PressureExponent { get; init; } = 0.5;

    /// <summary>Factor on every demand, -.</summary>
    public double DemandMultiplier { get; init; } = 1;

    /// <summary>Pattern of demands that name none, or null (EPANET: pattern "1" where it exists).</summary>
    public string? DefaultPatternId { get; init; }

    /// <summary>Exponent of emitter discharge by pressure, -.</summary>
    public double EmitterExponent { get; init; } = 0.5;

    /// <summary>Whether an emitter takes water in at negative pressure.</summary>
    public bool EmitterBackflow { get; init; } = true;
}
