namespace WaterSim.Quality;

/// <summary>
/// A reaction of a pipe's water over a short time, where there is no closed form: one step of Euler, as EPANET takes it.
/// </summary>
internal struct PipeReaction(PipeReactions reactions, int link, double dt) : ISegmentChange
{
    /// <summary>Taken away by reaction in the water so far, g.</summary>
    public double Bulk { get; private set; }

    /// <summary>Taken away by reaction at the wall so far, g.</summary>
    public double Wall { get; private set; }

    /// <inheritdoc/>
    public double Apply(double value, double volume)
    {
        var (bulk, wall) = reactions.RatesAt(link, value);
        var change = (bulk + wall) * dt;
        if (change == 0)
        {
            return value;
        }

        var after = Math.Max(0, value + change);
        var share = (after - value) / change;
        Bulk -= bulk * dt * share * volume;
        Wall -= wall * dt * share * volume;
        return after;
    }
}
