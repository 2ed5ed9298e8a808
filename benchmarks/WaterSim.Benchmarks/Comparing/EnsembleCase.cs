using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.Benchmarks.Comparing;

/// <summary>An ensemble to be measured.</summary>
/// <param name="Name">Name or path of its network.</param>
/// <param name="Model">Its demand model.</param>
/// <param name="IsSteady">True: a steady state of each scenario; false: the whole duration.</param>
/// <param name="Count">Scenarios.</param>
internal sealed record EnsembleCase(string Name, DemandModel Model, bool IsSteady, int Count)
{
    /// <summary>Its first columns.</summary>
    public string Columns => FormattableString.Invariant(
        $"{BenchmarkNetworks.Title(Name)} | {(IsSteady ? "steady state" : "whole duration")} | {Count:N0} | {BenchmarkNetworks.Title(Model)}");

    /// <summary>The scenarios.</summary>
    public ImmutableArray<ScenarioInput> Scenarios => EnsembleScenarios.Of(EnsembleScenarios.Factors(Count));

    /// <summary>The network as it is run.</summary>
    public Network Network
    {
        get
        {
            var network = BenchmarkNetworks.Load(Name, Model);
            return IsSteady ? network.Steady() : network;
        }
    }

    /// <summary>Steady states of all networks, whole durations of those that have one.</summary>
    public static IEnumerable<EnsembleCase> Of(ComparisonOptions options)
    {
        DemandModel[] models = [DemandModel.DemandDriven, DemandModel.PressureDriven];
        foreach (var isSteady in new[] { true, false })
        {
            var count = isSteady ? options.SteadyScenarios : options.WholeScenarios;
            foreach (var name in options.OfEnsembles)
            {
                var applies = isSteady || BenchmarkNetworks.Load(name).Times.Duration > TimeSpan.Zero;
                foreach (var model in applies ? models : [])
                {
                    yield return new EnsembleCase(name, model, isSteady, count);
                }
            }
        }
    }
}
