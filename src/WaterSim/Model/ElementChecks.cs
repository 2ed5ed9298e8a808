namespace WaterSim.Model;

/// <summary>The checks that nodes and links share: numbers in range, patterns and curves that exist.</summary>
/// <param name="Context">Where findings go.</param>
/// <param name="IsLink">True: the element is a link; false: a node.</param>
/// <param name="Index">Its position among the links or nodes.</param>
internal readonly record struct ElementChecks(ValidationContext Context, bool IsLink, int Index)
{
    /// <summary>A finite number above 0.</summary>
    public void Positive(string field, double value)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            Report(
                NetworkCodes.ValueOutOfRange, $"{field} {ValidationContext.Show(value)} is not above 0",
                $"Give a {field} above 0.");
        }
    }

    /// <summary>A finite number of 0 or more.</summary>
    public void NotNegative(string field, double value)
    {
        if (!(value >= 0 && double.IsFinite(value)))
        {
            Report(
                NetworkCodes.ValueOutOfRange, $"{field} {ValidationContext.Show(value)} is negative or not finite",
                $"Give a {field} of 0 or more.");
        }
    }

    /// <summary>A finite number.</summary>
    public void Finite(string field, double value)
    {
        if (!double.IsFinite(value))
        {
            Report(
                NetworkCodes.ValueOutOfRange, $"{field} {ValidationContext.Show(value)} is not a finite number",
                $"Give a finite {field}.");
        }
    }

    /// <summary>A pattern that exists, or none.</summary>
    public void Pattern(string? id)
    {
        if (id is not null && Context.Network.FindPattern(id) is null)
        {
            Report(
                NetworkCodes.UndefinedPattern, $"pattern '{id}' is not defined", "Add the pattern, or correct the id.");
        }
    }

    /// <summary>A curve that exists and is of a kind, or none. The curve where it may be looked at further, else null.</summary>
    public Curve? Curve(string? id, CurveKind kind)
    {
        if (id is null)
        {
            return null;
        }

        var curve = Context.Network.FindCurve(id);
        if (curve is null)
        {
            Report(NetworkCodes.UndefinedCurve, $"curve '{id}' is not defined", "Add the curve, or correct the id.");
        }
        else if (curve.Kind != kind)
        {
            Report(
                NetworkCodes.WrongCurveKind, $"curve '{id}' is a {curve.Kind} curve, not {kind}",
                "Give a curve of that kind.");
            return null;
        }

        return curve;
    }

    private void Report(string code, string message, string remedy)
    {
        if (IsLink)
        {
            Context.Link(Index, code, message, remedy);
        }
        else
        {
            Context.Node(Index, code, message, remedy);
        }
    }
}
