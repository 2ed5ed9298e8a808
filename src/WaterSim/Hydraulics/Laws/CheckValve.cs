namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// A check valve lets water through from start to end only: it closes when the head at the end is the higher or when
/// water runs back, and opens when neither holds. Within the tolerances it stays as it is.
/// </summary>
internal static class CheckValve
{
    /// <summary>The status that follows from head difference and flow.</summary>
    /// <param name="current">Status now.</param>
    /// <param name="dh">Head at the start less head at the end, m.</param>
    /// <param name="q">Flow, m3/s.</param>
    public static LinkState Next(LinkState current, double dh, double q)
    {
        if (dh < -Constants.HeadTolerance || q < -Constants.FlowTolerance)
        {
            return LinkState.Closed;
        }

        return dh > Constants.HeadTolerance ? LinkState.Open : current;
    }
}
