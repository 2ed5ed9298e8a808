namespace WaterSim.Hydraulics;

/// <summary>
/// A link's status inside the solver: finer than the model's, because the solver must know why a link is closed in
/// order to open it again. Up to <see cref="Closed"/> nothing flows.
/// </summary>
internal enum LinkState : byte
{
    /// <summary>A pump that cannot lift so high; tried again at the next check.</summary>
    CannotDeliverHead,

    /// <summary>A link into a full tank or out of an empty one; tried again at the next check.</summary>
    ClosedByTank,

    /// <summary>Closed.</summary>
    Closed,

    /// <summary>Open, or running.</summary>
    Open,

    /// <summary>A valve that regulates.</summary>
    Active,

    /// <summary>A flow control valve through which less than its setting flows.</summary>
    CannotHoldFlow,

    /// <summary>A pressure valve whose setting contradicts its neighbours'; left open.</summary>
    CannotHoldPressure,
}
