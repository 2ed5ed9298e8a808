using WaterSim.Numerics;

namespace WaterSim.Hydraulics.Laws;

/// <summary>A friction law in the form in which many pipes, or many scenarios of one, are evaluated at a time.</summary>
internal interface IPipeLaw
{
    /// <summary>True where relative roughness and Reynolds number enter.</summary>
    static abstract bool NeedsReynolds { get; }

    /// <summary>
    /// Headloss over flow h/q (s/m2) and its derivative dh/dq (s/m2) at flows. Never less than a small slope, so that the
    /// Newton step can divide by it.
    /// </summary>
    /// <param name="resistance">Of the law, in its terms.</param>
    /// <param name="relativeRoughness">Roughness height over diameter, -; without meaning where not needed.</param>
    /// <param name="reynoldsPerFlow">Reynolds number per flow, s/m3; without meaning where not needed.</param>
    /// <param name="flow">|q|, m3/s.</param>
    /// <param name="slope">dh/dq, s/m2.</param>
    static abstract T LossPerFlow<T>(
        T resistance, T relativeRoughness, T reynoldsPerFlow, T flow, out T slope)
        where T : struct, ILanes<T>;
}
