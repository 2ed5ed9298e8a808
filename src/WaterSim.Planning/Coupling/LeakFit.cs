using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Simulation;

namespace WaterSim.Planning.Coupling;

/// <summary>
/// Fits leakage to pressure. At each node, with p(t) its pressure head on an average day,
/// <code>
/// q = c p^n,   c = mean leakage / mean of p(t)^n
/// </code>
/// so that the node leaks on that day what the network says.
/// </summary>
internal static class LeakFit
{
    // Where there is hardly any pressure the law would be steep beyond reason, m.
    private const double LeastPressure = 1;

    /// <summary>Whether the network has emitters of its own.</summary>
    public static bool HasEmitters(Network network) => network.Nodes.Any(n => n is Junction { EmitterCoefficient: > 0 });

    /// <summary>Exponent of all emitters: that of leakage, or that of the network's own emitters, for which there is one alone.</summary>
    public static double ExponentIn(Network network, CountySystem system) =>
        HasEmitters(network) || system.Demand?.Leakage is not { } leakage ? network.Options.EmitterExponent : leakage.Exponent;

    /// <summary>The emitter coefficient of each node, m3/s per m^n.</summary>
    /// <param name="network">The network whose nodes leak.</param>
    /// <param name="leakage">Mean leakage of each node, m3/s.</param>
    /// <param name="exponent">n, -.</param>
    /// <param name="asRead">The network that is run over a day where that is another: before a scenario. What it has not, does not leak.</param>
    public static ImmutableArray<double> Coefficients(Network network, double[] leakage, double exponent, Network? asRead)
    {
        if (asRead is null || ReferenceEquals(asRead, network))
        {
            return Coefficients(network, leakage, exponent);
        }

        var at = network.Nodes.Select(n => asRead.IndexOfNode(n.Id)).ToArray();
        var before = new double[asRead.Nodes.Length];
        for (var i = 0; i < at.Length; i++)
        {
            if (at[i] >= 0)
            {
                before[at[i]] = leakage[i];
            }
        }

        var fitted = Coefficients(asRead, before, exponent);
        return [.. at.Select(i => i >= 0 ? fitted[i] : 0)];
    }

    private static ImmutableArray<double> Coefficients(Network network, double[] leakage, double exponent)
    {
        var coefficients = new double[leakage.Length];
        if (Array.TrueForAll(leakage, q => q <= 0))
        {
            return [.. coefficients];
        }

        var day = ExtendedPeriod.Run(network with
        {
            Times = network.Times with
            {
                Duration = TimeSpan.FromDays(1),
                HydraulicStep = TimeSpan.FromHours(1),
                ReportStep = TimeSpan.FromHours(1),
                ReportStart = TimeSpan.Zero,
            },
        });
        var hours = Math.Min(24, day.Times.Length);
        for (var k = 0; k < hours; k++)
        {
            var pressures = day.Pressures(k);
            for (var i = 0; i < coefficients.Length; i++)
            {
                // NaN where nothing supplies the node counts as no pressure.
                coefficients[i] += leakage[i] > 0
                    ? Math.Pow(pressures[i] > LeastPressure ? pressures[i] : LeastPressure, exponent)
                    : 0;
            }
        }

        for (var i = 0; i < coefficients.Length; i++)
        {
            coefficients[i] = leakage[i] > 0 ? leakage[i] * hours / coefficients[i] : 0;
        }

        return [.. coefficients];
    }
}
