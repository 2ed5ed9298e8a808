using WaterSim.Model;
using WaterSim.Planning.Scenarios.Changes;

namespace WaterSim.Planning.Scenarios;

/// <summary>
/// Pipes grow rough with the years:
/// <code>
/// e = e0 + a t
/// C = 18.0 - 37.2 log10(e / D)        Hazen-Williams
/// </code>
/// e roughness height (m), e0 that of today (m), a its growth (m a year), t years, C Hazen-Williams coefficient (-), D inside
/// diameter (m). e0 follows from today's C by the same law. Source: Sharp and Walski, Predicting internal roughness in water
/// mains, Journal AWWA, 1988. Under Darcy-Weisbach the height itself grows; Manning's n has no such law here.
/// </summary>
internal static class PipeAgeing
{
    /// <summary>C below which no pipe is believed to carry water, -.</summary>
    public const double LeastCoefficient = 20;

    private const double Intercept = 18.0;
    private const double Slope = 37.2;

    public static bool Holds(RoughnessAgeing ageing, Pipe pipe) =>
        pipe.Diameter >= ageing.FromDiameter && (ageing.ToDiameter is not { } most || pipe.Diameter <= most);

    /// <summary>Roughness of a pipe in the terms of the network.</summary>
    public static double Aged(RoughnessAgeing ageing, Pipe pipe, HeadLossFormula law)
    {
        var grown = ageing.Growth * ageing.Years;
        if (law == HeadLossFormula.DarcyWeisbach)
        {
            return pipe.Roughness + grown;
        }

        var today = pipe.Diameter * Math.Pow(10, (Intercept - pipe.Roughness) / Slope);
        return Intercept - (Slope * Math.Log10((today + grown) / pipe.Diameter));
    }
}
