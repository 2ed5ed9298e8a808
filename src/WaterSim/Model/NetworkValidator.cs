using System.Collections.Immutable;

namespace WaterSim.Model;

/// <summary>Says what is wrong with a network, all of it at once, whether it was read from a file or built in code.</summary>
/// <remarks>
/// Every error here is one that EPANET would stop at or that would make its results meaningless; a network without
/// errors can be simulated and written to a file.
/// </remarks>
public static class NetworkValidator
{
    /// <summary>Checks a network.</summary>
    /// <returns>Errors first come as they are found: nodes, links, patterns and curves, controls, rules, options, connection.</returns>
    public static ImmutableArray<Diagnostic> Validate(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return [.. Check(network).Select(f => f.Diagnostic)];
    }

    /// <summary>Checks a network and says of each finding which element it belongs to.</summary>
    internal static List<ValidationFinding> Check(Network network) =>
        Check(new ValidationContext(network), endsAreKnown: false);

    /// <summary>
    /// Checks a network whose ids are known to be unique and to name what exists, as a reader knows of its drafts.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="from">Per link, the position of its start node; -1: none.</param>
    /// <param name="to">Per link, the position of its end node; -1: none.</param>
    internal static List<ValidationFinding> Check(Network network, int[] from, int[] to) =>
        Check(new ValidationContext(network, from, to), endsAreKnown: true);

    private static List<ValidationFinding> Check(ValidationContext context, bool endsAreKnown)
    {
        if (!endsAreKnown)
        {
            IdChecks.Run(context);
        }

        NodeChecks.Run(context);
        LinkChecks.Run(context);
        CurveChecks.Run(context);
        ControlChecks.Run(context, endsAreKnown);
        RuleChecks.Run(context, endsAreKnown);
        OptionChecks.Run(context);
        QualityChecks.Run(context, endsAreKnown);
        ConnectionChecks.Run(context);
        return context.Findings;
    }
}
