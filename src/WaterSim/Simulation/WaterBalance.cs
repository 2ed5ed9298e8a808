namespace WaterSim.Simulation;

/// <summary>Where the water of a whole run came from and went to, m3.</summary>
public sealed record WaterBalance
{
    /// <summary>Supplied by reservoirs, less what they took in, m3.</summary>
    public required double FromReservoirs { get; init; }

    /// <summary>Drawn at junctions, emitters and leaks included, less negative demands, m3.</summary>
    public required double Delivered { get; init; }

    /// <summary>Asked for at junctions, m3; more than <see cref="Delivered"/> where pressure falls short.</summary>
    public required double Required { get; init; }

    /// <summary>Lost through the leaks of pipes, m3; part of <see cref="Delivered"/>.</summary>
    public required double Leaked { get; init; }

    /// <summary>Stored in tanks at the end less at the start, m3.</summary>
    public required double StorageChange { get; init; }

    /// <summary>Spilled by full tanks, m3.</summary>
    public required double Overflow { get; init; }

    /// <summary>
    /// Water that setting tanks exactly full or empty has added, m3: events fall on whole seconds, and a tank within a
    /// second of its limit counts as there, as in EPANET. Negative where it took water away.
    /// </summary>
    public required double Rounding { get; init; }

    /// <summary>What does not close: supplied less delivered, spilled and stored, m3.</summary>
    public double Error => FromReservoirs + Rounding - Delivered - Overflow - StorageChange;

    /// <summary>
    /// <see cref="Error"/> over the largest of supplied, delivered and stored, -; 0 where less than a millilitre moved.
    /// </summary>
    public double RelativeError
    {
        get
        {
            const double Millilitre = 1e-6;
            var scale = Math.Max(
                Math.Max(Math.Abs(FromReservoirs), Math.Abs(Delivered)), Math.Abs(StorageChange));
            return scale > Millilitre ? Error / scale : 0;
        }
    }
}
