using System.Collections.Immutable;

namespace WaterSim.Model;

/// <summary>What a network's checks found, and of which parts, so that a network is checked once though it is read and then run.</summary>
/// <remarks>
/// Parts are immutable, and so the same where they are the same object. Nodes and links are left out: a network whose
/// nodes or links are set forgets what was found.
/// </remarks>
internal sealed class ValidationMemo(Network network, ImmutableArray<ValidationFinding> findings)
{
    private readonly ImmutableArray<Pattern> _patterns = network.Patterns;
    private readonly ImmutableArray<Curve> _curves = network.Curves;
    private readonly ImmutableArray<SimpleControl> _controls = network.Controls;
    private readonly ImmutableArray<Rule> _rules = network.Rules;
    private readonly object[] _options = OptionsOf(network);

    /// <summary>What was found.</summary>
    public ImmutableArray<ValidationFinding> Findings { get; } = findings;

    /// <summary>True where a network is of the same parts, its nodes and links left out.</summary>
    public bool IsOf(Network network) =>
        _patterns == network.Patterns && _curves == network.Curves && _controls == network.Controls &&
        _rules == network.Rules && _options.AsSpan().SequenceEqual(OptionsOf(network), ReferenceEqualityComparer.Instance);

    private static object[] OptionsOf(Network network) =>
        [network.Options, network.Times, network.Energy, network.Quality, network.Reactions, network.Report];
}
