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
    /// <param name="network">The network.</param>
    /// <param name="idsAreKnown">
    /// True: its ids are known to be unique and to name what exists, as a reader knows of its drafts.
    /// </param>
    internal static ImmutableArray<ValidationFinding> Check(Network network, bool idsAreKnown = false)
    {
        if (network.Findings is { } known)
        {
            return known.Findings;
        }

        var context = new ValidationContext(network);
        if (!idsAreKnown)
        {
            IdChecks.Run(context);
        }

        NodeChecks.Run(context);
        LinkChecks.Run(context);
        CurveChecks.Run(context);
        ControlChecks.Run(context, idsAreKnown);
        RuleChecks.Run(context, idsAreKnown);
        OptionChecks.Run(context);
        QualityChecks.Run(context, idsAreKnown);
        ConnectionChecks.Run(context);
        network.Findings = new ValidationMemo(network, [.. context.Findings]);
        return network.Findings!.Findings;
    }
}
