namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// A pressure reducing valve holds the head downstream at or below its setting, h2 &lt;= hset:
/// <code>
/// active   h2 = hset              while the head upstream, less the open valve's loss, is at least hset
/// open     h1 - h2 = m q |q|      while h2 &lt; hset
/// closed   q = 0                  against backflow
/// </code>
/// Transitions as EPANET 2.2 (manual, 12.1): each asks for a difference beyond the tolerance, so that rounding does
/// not make the valve hunt.
/// </summary>
internal static class PressureReducingValve
{
    /// <summary>The status that follows from heads and flow.</summary>
    /// <param name="current">Status now.</param>
    /// <param name="setting">Head to hold downstream, m: elevation and pressure setting.</param>
    /// <param name="h1">Head upstream, m.</param>
    /// <param name="h2">Head downstream, m.</param>
    /// <param name="openLoss">Loss of the fully open valve at this flow, m.</param>
    /// <param name="q">Flow, m3/s.</param>
    public static LinkState Next(LinkState current, double setting, double h1, double h2, double openLoss, double q)
    {
        const double Tolerance = Constants.HeadTolerance;
        var backflow = q < -Constants.FlowTolerance;
        switch (current)
        {
            case LinkState.Active:
                return backflow ? LinkState.Closed
                    : h1 - openLoss < setting - Tolerance ? LinkState.Open
                    : LinkState.Active;
            case LinkState.Open:
                return backflow ? LinkState.Closed
                    : h2 >= setting + Tolerance ? LinkState.Active
                    : LinkState.Open;
            case LinkState.Closed:
                return h1 >= setting + Tolerance && h2 < setting - Tolerance ? LinkState.Active
                    : h1 < setting - Tolerance && h1 > h2 + Tolerance ? LinkState.Open
                    : LinkState.Closed;
            case LinkState.CannotHoldPressure:
                return backflow ? LinkState.Closed : current;
            default:
                return current;
        }
    }
}
