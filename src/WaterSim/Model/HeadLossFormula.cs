namespace WaterSim.Model;

/// <summary>Friction laws.</summary>
public enum HeadLossFormula
{
    /// <summary>Hazen-Williams, roughness C.</summary>
    HazenWilliams,

    /// <summary>Darcy-Weisbach, roughness height.</summary>
    DarcyWeisbach,

    /// <summary>Chezy-Manning, roughness n.</summary>
    ChezyManning,
}
