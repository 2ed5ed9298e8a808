namespace WaterSim.Model;

/// <summary>Patterns have multipliers; curves have points whose x rises; pump curves fall.</summary>
internal static class CurveChecks
{
    public static void Run(ValidationContext context)
    {
        var patterns = context.Network.Patterns;
        for (var i = 0; i < patterns.Length; i++)
        {
            var name = $"pattern {patterns[i].Id}";
            if (patterns[i].Multipliers.IsDefaultOrEmpty)
            {
                Add(context, ElementKind.Pattern, i, name, NetworkCodes.EmptyPattern, "it has no multipliers",
                    "Give one or more multipliers.");
            }
            else if (patterns[i].Multipliers.Any(m => !double.IsFinite(m)))
            {
                Add(context, ElementKind.Pattern, i, name, NetworkCodes.ValueOutOfRange,
                    "a multiplier is not a finite number", "Give finite multipliers.");
            }
        }

        var curves = context.Network.Curves;
        for (var i = 0; i < curves.Length; i++)
        {
            Curve(context, i, curves[i]);
        }
    }

    /// <summary>Why a curve cannot be a pump's head curve, or null where it can.</summary>
    /// <remarks>
    /// One point: the design point of h = 4/3 h1 - (h1 / 3 q1^2) q^2. Three points, the first at no flow: a power law
    /// h = h0 - r q^n through them, 0 &lt; n &lt;= 20. Any other: straight lines from point to point.
    /// </remarks>
    public static string? WhyNotPumpHead(Curve curve)
    {
        var points = curve.Points;
        if (points.Length == 1)
        {
            return points[0] is { X: > 0, Y: > 0 } ? null : "a single point needs a flow and a head above 0";
        }

        for (var k = 1; k < points.Length; k++)
        {
            if (!(points[k].Y < points[k - 1].Y))
            {
                return $"head does not fall at point {k + 1}";
            }
        }

        if (points.Length == 3 && points[0].X == 0)
        {
            var (h0, h1, h2) = (points[0].Y, points[1].Y, points[2].Y);
            var n = Math.Log((h0 - h2) / (h0 - h1)) / Math.Log(points[2].X / points[1].X);
            if (!(h0 > 0 && n is > 0 and <= 20))
            {
                return "no power law fits its three points";
            }
        }

        return null;
    }

    private static void Curve(ValidationContext context, int i, Curve curve)
    {
        var name = $"curve {curve.Id}";
        if (curve.Points.IsDefaultOrEmpty)
        {
            Add(context, ElementKind.Curve, i, name, NetworkCodes.EmptyCurve, "it has no points", "Give its points.");
            return;
        }

        for (var k = 0; k < curve.Points.Length; k++)
        {
            var (x, y) = curve.Points[k];
            if (!double.IsFinite(x) || !double.IsFinite(y))
            {
                Add(context, ElementKind.Curve, i, name, NetworkCodes.ValueOutOfRange,
                    $"point {k + 1} is not finite", "Give finite numbers.");
                return;
            }

            if (k > 0 && !(x > curve.Points[k - 1].X))
            {
                Add(context, ElementKind.Curve, i, name, NetworkCodes.CurveNotRising,
                    $"x does not rise at point {k + 1}", "Order the points by rising x, none twice.");
                return;
            }
        }
    }

    private static void Add(
        ValidationContext context, ElementKind kind, int i, string name, string code, string message, string remedy) =>
        context.Add(DiagnosticSeverity.Error, code, kind, i, name, message, remedy);
}
