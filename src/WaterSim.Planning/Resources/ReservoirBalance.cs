namespace WaterSim.Planning.Resources;

/// <summary>
/// A day of a reservoir's water, m3, in a fixed order so that it closes:
/// <code>
/// S1 = S0 + I + p A(S0)                  the catchment's inflow and the rain on the water
/// S2 = S1 - W                            the draw for supply, whatever it is
/// R  = min(R', max(S2 - Sf, 0))          release to stream and fields, never from below the supply floor
/// E  = min(e A(S0), max(S2 - R, 0))      evaporation, never from an empty reservoir
/// G  = min(g S0, max(S2 - R - E, 0))     seepage, likewise
/// O  = max(S2 - R - E - G - Sn, 0)       spill: what is above normal level
/// S  = S2 - R - E - G - O
/// </code>
/// S0, S stored in the morning and the evening; I inflow; p, e rain and evaporation of the day, m; A(S0) water surface of the
/// morning, m2; W draw; R' release that is wanted; Sf, Sn stored at supply floor and at normal level; g share that seeps in a
/// day. An explicit daily storage balance as in T. A. McMahon, A. J. Adeloye, Water Resources Yield, 2005, with
/// the surface of the morning. S falls below 0 only where more is drawn than there is; the next days' water makes it good first,
/// so that no draw is ever lost from the balance.
/// </summary>
internal static class ReservoirBalance
{
    /// <summary>Levels, as volumes, and rates that stay the same.</summary>
    /// <param name="Floor">Stored at the supply floor, m3.</param>
    /// <param name="Normal">Stored at normal level, m3.</param>
    /// <param name="Seepage">Share of what is stored that seeps in a day, -.</param>
    public readonly record struct Limits(double Floor, double Normal, double Seepage);

    /// <summary>What a day brings and takes.</summary>
    /// <param name="Inflow">From the catchment, m3.</param>
    /// <param name="Rain">m.</param>
    /// <param name="Evaporation">m.</param>
    /// <param name="Draw">For supply, m3.</param>
    /// <param name="Release">Wanted by stream and fields, m3.</param>
    public readonly record struct Weather(double Inflow, double Rain, double Evaporation, double Draw, double Release);

    /// <summary>The day of a reservoir.</summary>
    /// <param name="curve">Its curve.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="before">Stored in the morning, m3.</param>
    /// <param name="day">The day.</param>
    public static SourceDay Day(StorageCurve curve, Limits limits, double before, Weather day)
    {
        var area = curve.Area(curve.Level(before));
        var rain = day.Rain * area;
        var left = before + day.Inflow + rain - day.Draw;
        var release = Math.Min(day.Release, Math.Max(left - limits.Floor, 0));
        left -= release;
        var evaporation = Math.Min(day.Evaporation * area, Math.Max(left, 0));
        left -= evaporation;
        var seepage = Math.Min(limits.Seepage * Math.Max(before, 0), Math.Max(left, 0));
        left -= seepage;
        var spill = Math.Max(left - limits.Normal, 0);
        var after = spill > 0 ? limits.Normal : left;
        return new SourceDay
        {
            Before = before,
            Inflow = day.Inflow,
            Rain = rain,
            Evaporation = evaporation,
            Seepage = seepage,
            Release = release,
            Draw = day.Draw,
            Spill = spill,
            After = after,
            Level = curve.Level(after),
        };
    }
}
