using WaterSim.Hydraulics;
using WaterSim.Hydraulics.Laws;
using WaterSim.Model;

namespace WaterSim.Tests.Hydraulics.Laws;

/// <summary>Every law's derivative against a central difference of its value, on both sides of zero flow.</summary>
public sealed class LawDerivativeTests
{
    private delegate double Law(double q, out double dhdq);

    private static readonly double[] Flows = [-0.3, -0.02, -1e-3, 1e-3, 0.004, 0.02, 0.1, 0.3];

    private static readonly Dictionary<string, Law> Laws = new(StringComparer.Ordinal)
    {
        ["Hazen-Williams"] = (double q, out double g) =>
            HazenWilliams.HeadLoss(HazenWilliams.Resistance(800, 0.3, 110), q, out g),
        ["Chezy-Manning"] = (double q, out double g) =>
            ChezyManning.HeadLoss(ChezyManning.Resistance(800, 0.3, 0.012), q, out g),
        ["Darcy-Weisbach, smooth"] = (double q, out double g) => Darcy(0.3, 1e-6, q, out g),
        ["Darcy-Weisbach, rough"] = (double q, out double g) => Darcy(0.3, 2e-3, q, out g),
        ["Darcy-Weisbach, a wide pipe of slow flow"] = (double q, out double g) => Darcy(40, 1e-4, q, out g),
        ["minor loss"] = (double q, out double g) => MinorLoss.HeadLoss(MinorLoss.Resistance(2.5, 0.3), q, out g),
        ["open valve"] = (double q, out double g) => OpenValve.HeadLoss(MinorLoss.Resistance(2.5, 0.3), q, out g),
        ["open valve without loss"] = (double q, out double g) => OpenValve.HeadLoss(0, q, out g),
        ["general purpose valve"] = (double q, out double g) =>
            GeneralPurposeValve.HeadLoss([0, 0.01, 0.05, 0.2], [0.5, 1, 4, 30], q, out g),
        ["emitter"] = (double q, out double g) =>
            EmitterFlow.HeadLoss(EmitterFlow.Resistance(0.002, 0.5), 2, true, q, out g),
        ["emitter without backflow"] = (double q, out double g) =>
            EmitterFlow.HeadLoss(EmitterFlow.Resistance(0.002, 0.5), 2, false, q, out g),
        ["pressure-driven demand"] = (double q, out double g) =>
            PressureDrivenDemand.HeadLoss(0.05, 20, 2, q, out g),
        ["pump of one point"] = (double q, out double g) => PumpCurve.OfPoints([new(0.1, 50)])!.HeadLoss(0.9, q, out g),
        ["pump of three points"] = (double q, out double g) =>
            PumpCurve.OfPoints([new(0, 60), new(0.1, 50), new(0.2, 20)])!.HeadLoss(1.1, q, out g),
        ["pump of a custom curve"] = (double q, out double g) =>
            PumpCurve.OfPoints([new(0, 60), new(0.05, 55), new(0.1, 45), new(0.2, 10)])!.HeadLoss(1.1, Math.Abs(q), out g),
        ["pump of constant power"] = (double q, out double g) => PumpCurve.OfPower(20e3).HeadLoss(1, q, out g),
    };

    public static TheoryData<string> Names => [.. Laws.Keys];

    // Minor loss alone has none at rest; it is only ever added to friction, or guarded as an open valve.
    public static TheoryData<string> NamesOfWholeLaws => [.. Laws.Keys.Where(n => n != "minor loss")];

    [Theory]
    [MemberData(nameof(Names))]
    public void Slope_is_the_derivative_of_headloss(string name)
    {
        var law = Laws[name];
        foreach (var flow in Flows)
        {
            law(flow, out var slope);
            var step = 1e-6 * Math.Abs(flow);
            var at = flow;
            if (name == "pump of a custom curve")
            {
                at = Math.Abs(flow);
            }

            var difference = (law(at + step, out _) - law(at - step, out _)) / (2 * step);
            var tolerance = 1e-5 * Math.Max(Math.Abs(difference), Constants.LeastGradient);
            Assert.True(
                Math.Abs(slope - difference) <= tolerance, $"{name} at {flow} m3/s: slope {slope}, difference {difference}");
        }
    }

    [Theory]
    [MemberData(nameof(NamesOfWholeLaws))]
    public void Slope_is_never_zero_or_negative(string name)
    {
        foreach (var flow in new[] { -1.0, -1e-9, 0, 1e-12, 1e-9, 1 })
        {
            Laws[name](flow, out var slope);
            Assert.True(slope > 0, $"{name} at {flow} m3/s: {slope}");
        }
    }

    private static double Darcy(double diameter, double roughness, double q, out double dhdq) => DarcyWeisbach.HeadLoss(
        DarcyWeisbach.Resistance(800, diameter),
        roughness / diameter,
        DarcyWeisbach.ReynoldsPerFlow(1.1e-6, diameter),
        q,
        out dhdq);
}
