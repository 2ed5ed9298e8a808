namespace WaterSim.Planning.Scenarios;

/// <summary>What a planner wants a scenario judged by.</summary>
public enum IndicatorGroup
{
    /// <summary>People at service head, hours of supply.</summary>
    Service,

    /// <summary>Whether town and village drink of the same sources.</summary>
    SameSource,

    /// <summary>Whether their water is as fresh and as safe.</summary>
    SameQuality,

    /// <summary>Whether it costs them the same.</summary>
    SamePrice,

    /// <summary>Whether pressure and continuity are the same.</summary>
    SameService,

    /// <summary>What the network has in reserve.</summary>
    Resilience,

    /// <summary>Leakage.</summary>
    Losses,

    /// <summary>Pumping.</summary>
    Energy,

    /// <summary>Cost and revenue.</summary>
    Finance,

    /// <summary>The standards' limits.</summary>
    Standards,
}
