namespace WaterSim.Generation;

/// <summary>A direction on the map, of length 1.</summary>
/// <param name="X">Eastward part, -.</param>
/// <param name="Y">Northward part, -.</param>
internal readonly record struct Direction(double X, double Y)
{
    /// <summary>A quarter turn to the left.</summary>
    public Direction Left => new(-Y, X);

    /// <summary>The way back.</summary>
    public Direction Back => new(-X, -Y);

    /// <summary>Turned to the left by twice the angle whose tangent is given.</summary>
    /// <remarks>By the rational points of the circle, since the last bits of sines differ from machine to machine.</remarks>
    public Direction Turned(double t)
    {
        var (cos, sin) = ((1 - (t * t)) / (1 + (t * t)), 2 * t / (1 + (t * t)));
        return new Direction((X * cos) - (Y * sin), (X * sin) + (Y * cos));
    }

    /// <summary>Any direction.</summary>
    public static Direction Any(RandomStream random)
    {
        // Twice atan 0.4142 is an eighth of a turn.
        var direction = new Direction(1, 0).Turned(random.Between(-0.4142, 0.4142));
        direction = random.Chance(0.5) ? direction : direction.Left;
        return random.Chance(0.5) ? direction : direction.Back;
    }
}
