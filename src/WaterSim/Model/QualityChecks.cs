namespace WaterSim.Model;

/// <summary>Numbers of water quality and leakage are within their ranges; what they name exists.</summary>
internal static class QualityChecks
{
    /// <summary>Largest reaction order, either way.</summary>
    public const double LargestOrder = 10;

    // With one of these words an INP file says something else than a chemical's name.
    private static readonly string[] Reserved = ["NONE", "CHEM", "AGE", "TRACE"];

    public static void Run(ValidationContext context, bool idsAreKnown)
    {
        Options(context, context.Network.Quality, idsAreKnown);
        Reactions(context, context.Network.Reactions);
        var nodes = context.Network.Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            Node(context, i, nodes[i]);
        }

        var links = context.Network.Links;
        for (var i = 0; i < links.Length; i++)
        {
            if (links[i] is Pipe pipe)
            {
                Pipe(context, i, pipe);
            }
        }

        if (!idsAreKnown)
        {
            Report(context, context.Network.Report);
        }
    }

    private static void Options(ValidationContext context, QualityOptions quality, bool idsAreKnown)
    {
        if (!idsAreKnown && quality.Mode == QualityMode.Trace &&
            (quality.TraceNodeId is not { } node || context.Network.IndexOfNode(node) < 0))
        {
            context.Add(
                DiagnosticSeverity.Error, NetworkCodes.UndefinedControlElement, ElementKind.Network, 0, "quality",
                $"node '{quality.TraceNodeId}', which is to be traced, is not defined", "Correct the id.");
        }

        if (!(quality.Diffusivity >= 0 && double.IsFinite(quality.Diffusivity)))
        {
            Option(context, $"diffusivity {ValidationContext.Show(quality.Diffusivity)} is negative or not finite");
        }

        if (quality.Tolerance is { } tolerance && !(tolerance >= 0 && double.IsFinite(tolerance)))
        {
            Option(context, $"quality tolerance {ValidationContext.Show(tolerance)} is negative or not finite");
        }

        var isPlain = quality.Chemical == "Chemical" && quality.ChemicalUnits == "mg/L";
        if (!isPlain && (!IdRules.IsWritable(quality.Chemical) || !IdRules.IsWritable(quality.ChemicalUnits) ||
            Array.Exists(Reserved, w => quality.Chemical.StartsWith(w, StringComparison.OrdinalIgnoreCase))))
        {
            Option(context, $"chemical '{quality.Chemical}' in '{quality.ChemicalUnits}' cannot be written to a file");
        }
    }

    private static void Reactions(ValidationContext context, ReactionOptions reactions)
    {
        foreach (var (name, value) in (ReadOnlySpan<(string, double)>)
            [
                ("bulk reaction order", reactions.BulkOrder), ("tank reaction order", reactions.TankOrder),
                ("bulk coefficient", reactions.BulkCoefficient), ("wall coefficient", reactions.WallCoefficient),
                ("limiting potential", reactions.LimitingPotential),
                ("roughness correlation", reactions.RoughnessCorrelation),
            ])
        {
            var isOrder = name.EndsWith("order", StringComparison.Ordinal);
            if (!double.IsFinite(value) || (isOrder && Math.Abs(value) > LargestOrder))
            {
                Option(context, $"{name} {ValidationContext.Show(value)} is outside its range");
            }
        }

        if (reactions.WallOrder is not (0 or 1))
        {
            Option(context, $"wall reaction order {ValidationContext.Show(reactions.WallOrder)} is neither 0 nor 1");
        }
    }

    private static void Node(ValidationContext context, int i, Node node)
    {
        if (!(node.InitialQuality >= 0 && double.IsFinite(node.InitialQuality)))
        {
            Value(context, i, $"initial quality {ValidationContext.Show(node.InitialQuality)} is negative or not finite");
        }

        if (node.Source is { } source)
        {
            if (!double.IsFinite(source.Strength))
            {
                Value(context, i, $"source strength {ValidationContext.Show(source.Strength)} is not finite");
            }

            if (source.Below is { } below)
            {
                if (source.Kind != QualitySourceKind.SetPoint)
                {
                    Value(context, i, "only a set-point source can dose below a concentration");
                }
                else if (!(below >= 0 && double.IsFinite(below)))
                {
                    Value(context, i, $"{ValidationContext.Show(below)}, below which its source doses, is negative or not finite");
                }
            }

            if (source.PatternId is { } pattern && context.Network.FindPattern(pattern) is null)
            {
                context.Node(
                    i, NetworkCodes.UndefinedPattern, $"pattern '{pattern}' is not defined",
                    "Add the pattern, or correct the id.");
            }
        }

        if (node is Tank tank &&
            (!(tank.MixingFraction > 0 && double.IsFinite(tank.MixingFraction)) ||
             !double.IsFinite(tank.BulkCoefficient ?? 0)))
        {
            Value(context, i, "its mixing fraction is not above 0, or its reaction coefficient is not finite");
        }
    }

    private static void Pipe(ValidationContext context, int i, Pipe pipe)
    {
        if (!double.IsFinite(pipe.BulkCoefficient ?? 0) || !double.IsFinite(pipe.WallCoefficient ?? 0))
        {
            context.Link(
                i, NetworkCodes.ValueOutOfRange, "a reaction coefficient is not a finite number",
                "Give finite coefficients.");
        }

        if (!(pipe.LeakArea >= 0 && pipe.LeakExpansion >= 0 && double.IsFinite(pipe.LeakArea) &&
            double.IsFinite(pipe.LeakExpansion)))
        {
            context.Link(
                i, NetworkCodes.ValueOutOfRange, "leak area or expansion is negative or not finite",
                "Give areas of 0 or more.");
        }
    }

    private static void Report(ValidationContext context, ReportOptions report)
    {
        foreach (var id in report.NodeIds.Where(id => context.Network.IndexOfNode(id) < 0)
            .Concat(report.LinkIds.Where(id => context.Network.IndexOfLink(id) < 0)))
        {
            Option(context, $"'{id}', which the report is to list, is not defined");
        }

        if (report.PageSize is < 0 or > 255)
        {
            Option(context, $"page size {report.PageSize} is not between 0 and 255");
        }

        foreach (var field in report.Fields)
        {
            if (field.Precision is < 0 or > 6 || !double.IsFinite(field.Below ?? 0) || !double.IsFinite(field.Above ?? 0))
            {
                Option(context, $"the report's precision or limit of {field.Variable} is outside its range");
            }
        }
    }

    private static void Value(ValidationContext context, int i, string message) =>
        context.Node(i, NetworkCodes.ValueOutOfRange, message, "Give a value within the range.");

    private static void Option(ValidationContext context, string message) =>
        context.Add(
            DiagnosticSeverity.Error, NetworkCodes.OptionOutOfRange, ElementKind.Network, 0, "options", message,
            "Give a value within the range.");
}
