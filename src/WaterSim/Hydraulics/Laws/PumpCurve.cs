using WaterSim.Model;

namespace WaterSim.Hydraulics.Laws;

/// <summary>
/// What a pump lifts by its flow and relative speed w, after the affinity laws (flow goes with w, head with w^2):
/// <code>
/// power function   H = w^2 H0 - r w^(2-n) q^n
/// custom           H = w^2 h(q/w), straight lines between the curve's points, the end lines prolonged
/// constant power   H = P / (gamma q)
/// </code>
/// H lift (m), q flow (m3/s), H0 shutoff head (m), r and n fitted (below), P power given to the water (W),
/// gamma specific weight (N/m3). A curve of one point (q1, h1) is taken as the power function through (0, 4/3 h1),
/// (q1, h1), (2 q1, 0); one of three points that starts at zero flow as the power function through them.
/// Source: EPANET 2.2 manual, 3.1.4 and 12.1.
/// </summary>
internal sealed class PumpCurve
{
    private readonly double[] _x = [];
    private readonly double[] _y = [];
    private readonly double _resistance;
    private readonly double _exponent = 1;

    private PumpCurve(PumpForm form) => Form = form;

    private PumpCurve(PumpForm form, double h0, double r, double n)
    {
        Form = form;
        ShutoffHead = h0;
        _resistance = r;
        _exponent = n;
    }

    private PumpCurve(double[] x, double[] y)
    {
        Form = PumpForm.Custom;
        (_x, _y) = (x, y);
        ShutoffHead = y[0];
        LargestFlow = x[^1];
        DesignFlow = (x[0] + x[^1]) / 2;
    }

    /// <summary>Which of the forms it has.</summary>
    public PumpForm Form { get; }

    /// <summary>Lift at zero flow and speed 1, m; without meaning for constant power.</summary>
    public double ShutoffHead { get; }

    /// <summary>Largest flow of the curve at speed 1, m3/s.</summary>
    public double LargestFlow { get; private init; } = double.PositiveInfinity;

    /// <summary>Flow that the first iteration starts from, at speed 1, m3/s.</summary>
    public double DesignFlow { get; private init; } = Constants.CubicFoot;

    /// <summary>A pump of constant power.</summary>
    /// <param name="power">Power given to the water, W.</param>
    public static PumpCurve OfPower(double power) =>
        new(PumpForm.ConstantPower, 0, power / Constants.SpecificWeight, -1);

    /// <summary>A pump with neither curve nor power: an open valve.</summary>
    public static PumpCurve None() => new(PumpForm.None);

    /// <summary>A pump by the points of its curve.</summary>
    /// <param name="points">Lifts, m, by flows, m3/s, rising; at least one.</param>
    /// <returns>The curve, or null where no power function passes through one or three such points.</returns>
    public static PumpCurve? OfPoints(ReadOnlySpan<CurvePoint> points)
    {
        if (!PowerLawFit.IsAskedFor(points))
        {
            var (x, y) = (new double[points.Length], new double[points.Length]);
            for (var i = 0; i < points.Length; i++)
            {
                (x[i], y[i]) = points[i];
            }

            return points.Length > 1 ? new PumpCurve(x, y) : null;
        }

        return PowerLawFit.Through(points) is not { } fit ? null : new PumpCurve(
            PumpForm.PowerFunction, fit.ShutoffHead, fit.Resistance, fit.Exponent)
        {
            LargestFlow = Math.Pow(fit.ShutoffHead / fit.Resistance, 1 / fit.Exponent),
            DesignFlow = fit.DesignFlow,
        };
    }

    /// <summary>
    /// True where a pump of constant power is throttled so far that its lift rises more steeply than a closed link's
    /// headloss: it then counts as closed.
    /// </summary>
    public bool Stalls(double speed, double q) =>
        _resistance * speed * speed * speed > Constants.ClosedGradient * q * q;

    /// <summary>Headloss from start to end, m (a lift is negative), and its derivative by flow, s/m2.</summary>
    /// <param name="speed">Relative speed w, above 0.</param>
    /// <param name="q">Flow, m3/s.</param>
    /// <param name="dhdq">Derivative, s/m2, positive.</param>
    public double HeadLoss(double speed, double q, out double dhdq)
    {
        var flow = Math.Abs(q);
        switch (Form)
        {
            case PumpForm.PowerFunction:
                var resistance = _resistance * Math.Pow(speed, 2 - _exponent);
                var shutoff = speed * speed * ShutoffHead;
                dhdq = _exponent * resistance * Math.Pow(flow, _exponent - 1);
                if (dhdq < Constants.LeastGradient)
                {
                    dhdq = Constants.LeastGradient;
                    return (dhdq * q) - shutoff;
                }

                return (dhdq * q / _exponent) - shutoff;

            case PumpForm.Custom:
                PiecewiseLinear.Line(_x, _y, flow / speed, out var intercept, out var slope);
                dhdq = Math.Max(-slope * speed, Constants.LeastGradient);
                return (dhdq * q) - (intercept * speed * speed);

            case PumpForm.ConstantPower:
                // H = R/q with R = P/gamma; a speed enters as w^3, the power's affinity law.
                var product = _resistance * speed * speed * speed;
                dhdq = product / (q * q);
                if (dhdq > Constants.ClosedGradient)
                {
                    dhdq = Constants.ClosedGradient;
                    return dhdq * q;
                }

                if (dhdq < Constants.OpenGradient)
                {
                    dhdq = Constants.OpenGradient;
                    return dhdq * q;
                }

                return -product / q;

            default:
                dhdq = Constants.OpenGradient;
                return dhdq * q;
        }
    }
}
