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
    /// <param name="x">Flows, m3/s, rising; at least one.</param>
    /// <param name="y">Lifts, m; one per flow.</param>
    /// <returns>The curve, or null where no power function passes through one or three such points.</returns>
    public static PumpCurve? OfPoints(double[] x, double[] y) => x.Length switch
    {
        1 => Fit(1.33334 * y[0], x[0], y[0], 2 * x[0], 0),
        3 when x[0] == 0 => Fit(y[0], x[1], y[1], x[2], y[2]),
        _ => x.Length > 1 ? new PumpCurve(x, y) : null,
    };

    // H = h0 - r q^n through (0, h0), (q1, h1), (q2, h2).
    private static PumpCurve? Fit(double h0, double q1, double h1, double q2, double h2)
    {
        const double Least = 1e-6;
        if (h0 < Least || h0 - h1 < Least || h1 - h2 < Least || q1 < Least * Constants.CubicFoot || q2 <= q1)
        {
            return null;
        }

        var n = Math.Log((h0 - h2) / (h0 - h1)) / Math.Log(q2 / q1);
        if (n is <= 0 or > 20)
        {
            return null;
        }

        var r = (h0 - h1) / Math.Pow(q1, n);
        return new PumpCurve(PumpForm.PowerFunction, h0, r, Math.Abs(n - 1) < 1e-6 ? 1 : n)
        {
            LargestFlow = Math.Pow(h0 / r, 1 / n),
            DesignFlow = q1,
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
