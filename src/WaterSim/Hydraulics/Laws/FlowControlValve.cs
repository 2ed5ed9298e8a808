namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// A flow control valve limits the flow to its setting, q &lt;= qset:
/// <code>
/// active            q = qset              while the head upstream is the higher
/// cannot hold flow  h1 - h2 = m q |q|     while less than qset would flow through the open valve
/// </code>
/// Transitions as EPANET 2.2 (manual, 12.1).
/// </summary>
internal static class FlowControlValve
{
    /// <summary>The status that follows from heads and flow.</summary>
    /// <param name="current">Status now.</param>
    /// <param name="setting">Flow to hold, m3/s.</param>
    /// <param name="dh">Head upstream less head downstream, m.</param>
    /// <param name="q">Flow, m3/s.</param>
    public static LinkState Next(LinkState current, double setting, double dh, double q)
    {
        if (dh < -Constants.HeadTolerance || q < -Constants.FlowTolerance)
        {
            return LinkState.CannotHoldFlow;
        }

        return current == LinkState.CannotHoldFlow && q >= setting ? LinkState.Active : current;
    }
}
