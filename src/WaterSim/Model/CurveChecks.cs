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

    /// <summary>Why a curve cannot be a pump's head curve, or null where it can (<see cref="PowerLawFit"/>).</summary>
    public static string? WhyNotPumpHead(Curve curve)
    {
        var points = curve.Points;
        for (var k = 1; k < points.Length; k++)
        {
            if (!(points[k].Y < points[k - 1].Y))
            {
                return $"head does not fall at point {k + 1}";
            }
        }

        if (!PowerLawFit.IsAskedFor(points.AsSpan()) || PowerLawFit.Through(points.AsSpan()) is not null)
        {
            return null;
        }

        return points.Length == 1
            ? "a single point needs a flow and a head above 0"
            : "no power law fits its three points";
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
