using System.Collections.Immutable;
using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>
/// An ensemble taken apart into blocks of scenarios that share a compiled network. Links that a scenario opens or closes
/// cannot be reduced; where the scenarios together change few links one block serves all, and where each closes another
/// pipe, as when every pipe is to fail once, blocks are short so that each keeps most of the reduction. The blocks follow from
/// the list of scenarios alone.
/// </summary>
internal sealed class EnsemblePlan
{
    // Scenarios in a block where they do not share one: a compromise between compiling often and reducing little.
    private const int BlockLength = 32;

    // Changed links beside which the reduction is hardly worse, for any number of scenarios.
    private const int FewLinks = 32;

    private readonly ScenarioTranslator _translator;

    public EnsemblePlan(Network network, IReadOnlyList<ScenarioInput> scenarios)
    {
        (Network, Scenarios) = (network, scenarios);
        _translator = new ScenarioTranslator(network);
        Whole = CompiledNetwork.Of(network);
        Refusals = [.. scenarios.Select(_translator.Check)];
        var all = Block(0, scenarios.Count);
        Blocks = all.ChangingLinks.Count <= FewLinks
            ? [all]
            : [.. Enumerable.Range(0, (scenarios.Count + BlockLength - 1) / BlockLength)
                .Select(b => Block(b * BlockLength, Math.Min((b + 1) * BlockLength, scenarios.Count)))];
    }

    /// <summary>The network, compiled as it is.</summary>
    public CompiledNetwork Whole { get; }

    /// <summary>The network.</summary>
    public Network Network { get; }

    /// <summary>The scenarios.</summary>
    public IReadOnlyList<ScenarioInput> Scenarios { get; }

    /// <summary>What is wrong with each scenario; empty where it can be run.</summary>
    public ImmutableArray<Diagnostic>[] Refusals { get; }

    /// <summary>The blocks, in the order of the scenarios.</summary>
    public EnsembleBlock[] Blocks { get; }

    /// <summary>A scenario in the terms of its block's network.</summary>
    public LaneChanges Translate(int scenario, CompiledNetwork compiled) =>
        _translator.Translate(Scenarios[scenario], compiled.Arrays);

    private EnsembleBlock Block(int start, int end)
    {
        var (links, nodes, pipes) = (new HashSet<int>(), new HashSet<int>(), false);
        for (var i = start; i < end; i++)
        {
            if (Refusals[i].IsEmpty)
            {
                links.UnionWith(_translator.ChangedLinks(Scenarios[i]));
                nodes.UnionWith(_translator.DrawingNodes(Scenarios[i]));
                pipes |= ScenarioTranslator.ChangesPipes(Scenarios[i]);
            }
        }

        return new EnsembleBlock(this, start, end, links, nodes, pipes);
    }
}
