namespace WaterSim.Plots.Map;

/// <summary>The two largest shares of a mixture.</summary>
/// <param name="First">Source of the largest share; -1: the water comes from nowhere that is told apart.</param>
/// <param name="Second">Source of the next; -1 where the first has nearly all.</param>
internal readonly record struct Mixture(int First, int Second)
{
    /// <summary>From this share on a source counts as the only one.</summary>
    public const double NearlyAll = 0.9;

    public static Mixture Of(double[] shares)
    {
        var (first, second) = (-1, -1);
        for (var s = 0; s < shares.Length; s++)
        {
            if (first < 0 || shares[s] > shares[first])
            {
                (first, second) = (s, first);
            }
            else if (second < 0 || shares[s] > shares[second])
            {
                second = s;
            }
        }

        return first < 0 || !(shares[first] > 0) ? new(-1, -1)
            : new(first, second >= 0 && shares[first] < NearlyAll && shares[second] > 0 ? second : -1);
    }
}
