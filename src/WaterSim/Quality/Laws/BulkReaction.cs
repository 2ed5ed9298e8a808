namespace WaterSim.Quality.Laws;

/// <summary>
/// Reaction of a substance in the water itself (EPANET 2.2 manual, section 3.4):
/// <code>
/// dc/dt = k c^n                                  order n above 0
/// dc/dt = k (cL - c) c^(n-1)                     growth to a limit cL    (k above 0)
/// dc/dt = k (c - cL) c^(n-1)                     decay to a limit cL     (k below 0)
/// dc/dt = k                                      order 0
/// dc/dt = k c / (cL + c), k c / (cL - c)         Michaelis and Menten, growth and decay; order below 0
/// </code>
/// c concentration (g/m3), t time (s), k coefficient ((g/m3)^(1-n)/s; below 0 for decay), n order (-), cL limit or half
/// saturation (g/m3). No factor of the rate falls below 0: what has passed its limit stays.
/// </summary>
internal readonly struct BulkReaction(double order, double limit)
{
    private const double Least = 1e-6;

    /// <summary>True where dc/dt = k c, which has a closed form.</summary>
    public bool IsFirstOrder => order == 1 && limit == 0;

    /// <summary>Rate of change, g/m3/s.</summary>
    /// <param name="k">Coefficient.</param>
    /// <param name="c">Concentration, g/m3.</param>
    public double Rate(double k, double c)
    {
        if (k == 0)
        {
            return 0;
        }

        if (order == 0)
        {
            return k;
        }

        if (order < 0)
        {
            var half = limit + (Math.Sign(k) * c);
            return k * Math.Max(0, c / (Math.Abs(half) < Least ? Math.CopySign(Least, half) : half));
        }

        var potential = limit == 0 ? c : Math.Max(0, Math.Sign(k) * (limit - c));
        return k * Math.Max(0, order == 1 ? potential : potential * Math.Pow(Math.Max(0, c), order - 1));
    }
}
