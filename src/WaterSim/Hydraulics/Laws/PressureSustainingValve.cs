namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// A pressure sustaining valve holds the head upstream at or above its setting, h1 >= hset:
/// <code>
/// active   h1 = hset              while the head downstream, with the open valve's loss, is at most hset
/// open     h1 - h2 = m q |q|      while h1 > hset
/// closed   q = 0                  against backflow
/// </code>
/// Transitions as EPANET 2.2 (manual, 12.1), each beyond the tolerance.
/// </summary>
internal static class PressureSustainingValve
{
    /// <summary>The status that follows from heads and flow.</summary>
    /// <param name="current">Status now.</param>
    /// <param name="setting">Head to hold upstream, m: elevation and pressure setting.</param>
    /// <param name="h1">Head upstream, m.</param>
    /// <param name="h2">Head downstream, m.</param>
    /// <param name="openLoss">Loss of the fully open valve at this flow, m.</param>
    /// <param name="q">Flow, m3/s.</param>
    public static LinkState Next(LinkState current, double setting, double h1, double h2, double openLoss, double q)
    {
        const double Tolerance = Constants.HeadTolerance;
        var backflow = q < -Constants.FlowTolerance;
        var forward = h1 > h2 + Tolerance;
        switch (current)
        {
            case LinkState.Active:
                return backflow ? LinkState.Closed
                    : h2 + openLoss > setting + Tolerance ? LinkState.Open
                    : LinkState.Active;
            case LinkState.Open:
                return backflow ? LinkState.Closed
                    : h1 < setting - Tolerance ? LinkState.Active
                    : LinkState.Open;
            case LinkState.Closed:
                return h2 > setting + Tolerance && forward ? LinkState.Open
                    : h1 >= setting + Tolerance && forward ? LinkState.Active
                    : LinkState.Closed;
            case LinkState.CannotHoldPressure:
                return backflow ? LinkState.Closed : current;
            default:
                return current;
        }
    }
}
