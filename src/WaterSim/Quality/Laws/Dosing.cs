using WaterSim.Model;
using WaterSim.Numerics;

namespace WaterSim.Quality.Laws;

/// <summary>
/// What a source makes of the water that leaves a node (EPANET 2.2 manual, section 3.4):
/// <code>
/// mass             c' = c + M / Q
/// flow paced       c' = c + s
/// set point        c' = max(c, s)           where it doses below a concentration: c' = c from there on
/// concentration    c' = c + s Qo / Q
/// </code>
/// c concentration of what comes, c' of what leaves, s strength (g/m3), M strength (g/s), Q all that leaves the node (m3/s), Qo what
/// of it has entered there from outside: a junction's negative demand, or what a tank gives of its own.
/// At a reservoir c is 0, so that the source stands for its quality; but a set point is reached from the quality it has.
/// </summary>
/// <remarks>
/// Deviation from EPANET: where a set point stands at a reservoir that has a quality of its own, EPANET gives the difference
/// of the two. Test: A_set_point_at_a_reservoir_is_reached.
/// </remarks>
internal static class Dosing
{
    /// <summary>The concentration of what leaves, g/m3.</summary>
    /// <param name="source">The source.</param>
    /// <param name="strength">Its strength now, in its unit.</param>
    /// <param name="below">What a set point doses below, g/m3; infinite where it always does.</param>
    /// <param name="comes">The concentration of what comes, g/m3.</param>
    /// <param name="leaving">All that leaves the node, m3/s, above 0.</param>
    /// <param name="outside">What of it has entered there from outside, m3/s.</param>
    /// <param name="isReservoir">Whether the node is a reservoir.</param>
    public static T Apply<T>(
        QualitySourceKind source, double strength, double below, T comes, double leaving, double outside, bool isReservoir)
        where T : struct, ILanes<T>
    {
        var own = isReservoir ? T.Of(0) : comes;
        return source switch
        {
            QualitySourceKind.Mass => own + T.Of(strength / leaving),
            QualitySourceKind.FlowPaced => own + T.Of(strength),
            QualitySourceKind.SetPoint => T.Select(T.Less(comes, T.Of(below)), T.Max(comes, T.Of(strength)), comes),
            _ when isReservoir => T.Of(strength),
            _ => own + T.Of(strength * outside / leaving),
        };
    }
}
