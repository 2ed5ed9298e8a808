using WaterSim.Benchmarks.Epanet;

namespace WaterSim.Benchmarks.Comparing;

/// <summary>
/// Ensembles: ours on one thread with EPANET turn by turn, and ours on two threads with ours on one. A turn of ours runs
/// all scenarios; one of EPANET's runs some of them, spread over the same range.
/// </summary>
internal sealed class EnsembleComparison(EpanetLibrary? epanet, ComparisonTable table)
{
    // Scenarios of ours for each of EPANET's, so that turns are about as long.
    private const int Share = 8;

    private const int FewestRounds = 5;

    private const string Explanation =
        "Per scenario, demands times 0.8 to 1.2. Iterations: per solution (of the one that took most), ours / EPANET's.";

    /// <summary>Writes the tables.</summary>
    public void Run(ComparisonOptions options)
    {
        table.Title("Ensembles on one thread: ours with compiling, EPANET's with its matrix analysed once", Explanation);
        table.Header("EPANET", "WaterSim", "network", "of each", "scenarios", "demand", "iterations");
        foreach (var each in EnsembleCase.Of(options))
        {
            AgainstEpanet(each, options.Budget);
        }

        table.Title(
            "Ensembles on two threads: elapsed time per scenario",
            "Says something only where nothing else runs: the last column should be well over 100 %.");
        table.Header("one thread", "two threads", "network", "of each", "scenarios", "demand");
        foreach (var each in EnsembleCase.Of(options))
        {
            TwoThreads(each, options.Budget);
        }
    }

    private void AgainstEpanet(EnsembleCase each, TimeSpan budget)
    {
        var (network, scenarios) = (each.Network, each.Scenarios);
        using var rival = epanet is null
            ? null
            : EpanetNetwork.Open(epanet, BenchmarkNetworks.PathOf(each.Name), network.Options);
        if (each.IsSteady)
        {
            rival?.SetNoDuration();
        }

        var factors = EnsembleScenarios.Factors((each.Count + Share - 1) / Share);
        RunEffort effort = default;
        RunEffort? rivalEffort = null;
        var turns = new TurnByTurn(
            () => effort = EnsembleScenarios.Run(network, scenarios, threads: 1),
            rival is null ? null : () => rivalEffort = rival.Run(factors))
        {
            OursPerTurn = each.Count,
            RivalPerTurn = factors.Length,
            FewestRounds = FewestRounds,
        };
        turns.Measure(budget);
        var iterations = ComparisonTable.Pair(
            effort, rivalEffort, e => $"{(double)e.Iterations / e.Solutions:F2} ({e.MostIterations})");
        table.Line($"| {each.Columns} | {iterations} | {ComparisonTable.Times(turns)} |");
    }

    private void TwoThreads(EnsembleCase each, TimeSpan budget)
    {
        var (network, scenarios) = (each.Network, each.Scenarios);
        var turns = new TurnByTurn(
            () => EnsembleScenarios.Run(network, scenarios, threads: 2),
            () => EnsembleScenarios.Run(network, scenarios, threads: 1))
        {
            OursPerTurn = each.Count,
            RivalPerTurn = each.Count,
            FewestRounds = FewestRounds,
            Clock = TurnByTurn.Elapsed,
        };
        turns.Measure(budget);
        table.Line($"| {each.Columns} | {ComparisonTable.Times(turns)} |");
    }
}
