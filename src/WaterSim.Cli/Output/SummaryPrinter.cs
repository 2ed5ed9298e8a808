using Spectre.Console;
using WaterSim.Model;
using WaterSim.Planning.Results;
using WaterSim.Simulation;

namespace WaterSim.Cli.Output;

/// <summary>Prints what a planner asks of a run.</summary>
internal sealed class SummaryPrinter
{
    private readonly IAnsiConsole _console;
    private readonly RunSummary _summary;
    private readonly Network _network;
    private readonly string _language;

    /// <summary>Prepares to print.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="summary">What.</param>
    /// <param name="network">The network that was run.</param>
    /// <param name="language">Language of names: en or zh.</param>
    public SummaryPrinter(IAnsiConsole console, RunSummary summary, Network network, string language)
    {
        (_console, _summary, _network, _language) = (console, summary, network, language);
    }

    /// <summary>Prints it.</summary>
    /// <param name="name">Name of a network that is no county.</param>
    public void Print(string name)
    {
        Heading(_summary.County?.In(_language) ?? name);
        var clock = _network.Times.StartClockTime;
        if (_summary.Service is { } service)
        {
            ServiceSection.Write(_console, service, _language);
            SupplySection.Plants(_summary, clock, _language).WriteTo(_console);
            SupplySection.Towns(_summary, service, _language).WriteTo(_console);
            PressureSection.Communities(service, _summary, clock, _language).WriteTo(_console);
        }
        else
        {
            SupplySection.Sources(_summary).WriteTo(_console);
            PressureSection.Nodes(_summary, _network, clock).WriteTo(_console);
        }

        StorageSection.Tanks(_summary, _language).WriteTo(_console);
        PumpingSection.Boosters(_summary, _language).WriteTo(_console);
        PumpingSection.Pumps(_summary).WriteTo(_console);
        Totals();
    }

    private void Heading(string name)
    {
        var size = _summary.Size;
        Line(name, $"{Say.Duration(_summary.Duration)} from {Say.Clock(default, _network.Times.StartClockTime)}, "
            + (_network.Options.DemandModel == DemandModel.PressureDriven ? "pressure-driven" : "demand-driven")
            + " demand");
        _console.WriteLine(
            $"{Say.Count(size.Junctions)} junctions, {size.Reservoirs} reservoirs, {size.Tanks} tanks, "
            + $"{Say.Count(size.Pipes)} pipes ({Say.Number(size.PipeLength / 1000, 1)} km), {size.Pumps} pumps, "
            + $"{size.Valves} valves");
        _console.WriteLine();
    }

    private void Totals()
    {
        var balance = _summary.Balance;
        var solver = _summary.Solver;
        var facts = new FactList();
        if (_summary.Pumps.Length > 0)
        {
            var each = _summary.EnergyPerVolume is { } perVolume
                ? $"; {Say.Number(ReportUnits.KilowattHoursPerThousandCubicMeters(perVolume), 1)} kWh per 1000 m3 delivered"
                : "";
            facts.Add("Energy", $"{Say.Energy(_summary.Energy)} kWh, cost {Say.Number(_summary.EnergyCost, 2)}{each}");
        }

        foreach (var valve in _summary.Valves)
        {
            facts.Add(
                "Valves",
                $"{valve.Count} {Kind(valve.Kind)}: {valve.ActiveEver} regulated at some time, "
                + $"{valve.ActiveAlways} at all times");
        }

        facts.Add(
            "Water",
            $"{Say.Volume(balance.FromReservoirs)} m3 supplied, {Say.Volume(balance.Delivered)} delivered, "
            + $"{Say.Volume(balance.StorageChange)} stored"
            + (balance.Overflow > 0 ? $", {Say.Volume(balance.Overflow)} spilled" : ""));
        facts.Add(
            "Mass balance",
            $"error {Say.Small(balance.Error)} m3, {Say.Small(100 * balance.RelativeError)} % of the water supplied");
        facts.Add(
            "Solver",
            $"{Say.Count(solver.Steps)} solutions, {Say.Count(solver.Iterations)} iterations: "
            + $"{Say.Number(solver.IterationsPerStep, 1)} each, most {solver.WorstIterations} at "
            + Say.Clock(solver.WorstTime, _network.Times.StartClockTime));
        facts.Add(
            "Residuals",
            $"{Say.Small(solver.MassResidual)} m3/s{At(solver.MassResidualNode)}, "
            + $"{Say.Small(solver.EnergyResidual)} m{At(solver.EnergyResidualLink)}");
        facts.Add("Outcome", Outcome(solver));
        facts.WriteTo(_console);

        static string At(string? id) => id is null ? "" : $" at {id}";
    }

    private string Outcome(SolverEffort solver) => _summary.Outcome switch
    {
        SimulationOutcome.Completed => $"every solution converged, {Warnings()}",
        SimulationOutcome.CompletedUnbalanced =>
            $"{solver.Unconverged} of {solver.Steps} solutions did not converge, {Warnings()}",
        _ => $"stopped at {Say.Duration(_summary.Duration)}: a solution did not converge, {Warnings()}",
    };

    private string Warnings() => _summary.Warnings.Length switch
    {
        0 => "no warnings",
        1 => "1 warning",
        var count => $"{count} warnings",
    };

    private static string Kind(ValveKind kind) => kind switch
    {
        ValveKind.PressureReducing => "PRV",
        ValveKind.PressureSustaining => "PSV",
        ValveKind.PressureBreaker => "PBV",
        ValveKind.FlowControl => "FCV",
        ValveKind.ThrottleControl => "TCV",
        ValveKind.GeneralPurpose => "GPV",
        ValveKind.PositionalControl => "PCV",
        _ => kind.ToString(),
    };

    private void Line(string strong, string rest)
    {
        _console.Write(new Text(strong, new Style(decoration: Decoration.Bold)));
        _console.WriteLine($"  {rest}");
    }
}
