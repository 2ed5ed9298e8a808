namespace WaterSim.Quality;

/// <summary>
/// Where a substance came from and went to over a whole run. In g of a chemical; of a share in m3 of such water; of age in
/// m3 s, the ages of all water added up.
/// </summary>
public sealed record QualityBalance
{
    /// <summary>In pipes and tanks at the start.</summary>
    public required double Initial { get; init; }

    /// <summary>Entered from reservoirs, from outside and by dosing.</summary>
    public required double Added { get; init; }

    /// <summary>Drawn at junctions and taken in by reservoirs.</summary>
    public required double Removed { get; init; }

    /// <summary>Taken away by reaction in the water of pipes; below 0 where it grew, as age does.</summary>
    public required double ReactedInPipes { get; init; }

    /// <summary>Taken away by reaction at the walls of pipes.</summary>
    public required double ReactedAtWalls { get; init; }

    /// <summary>Taken away by reaction in tanks.</summary>
    public required double ReactedInTanks { get; init; }

    /// <summary>
    /// Added where a tank was set exactly full or empty or spilled: events fall on whole seconds; and where water goes round in
    /// a loop faster than the quality step can follow. Below 0: taken away.
    /// </summary>
    public required double Rounding { get; init; }

    /// <summary>In pipes and tanks at the end.</summary>
    public required double Final { get; init; }

    /// <summary>
    /// What went and is left, over what was there and came, -: 1 where nothing was lost or made. 1 too where there was nothing.
    /// </summary>
    public double Ratio
    {
        get
        {
            double came = 0, went = 0;
            foreach (var part in (ReadOnlySpan<double>)[Initial, Added, Rounding, -ReactedInPipes, -ReactedAtWalls, -ReactedInTanks])
            {
                came += Math.Max(0, part);
                went += Math.Max(0, -part);
            }

            went += Removed + Final;
            return came > 0 ? went / came : 1;
        }
    }
}
