using Spectre.Console;
using WaterSim.Model;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;
using WaterSim.Simulation;

namespace WaterSim.Cli.Output;

/// <summary>Prints what a planner asks of a run.</summary>
internal sealed class SummaryPrinter
{
    private readonly IAnsiConsole _console;
    private readonly RunSummary _summary;
    private readonly CountyIndicators? _indicators;
    private readonly Network _network;
    private readonly string _language;

    /// <summary>Prepares to print.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="summary">What.</param>
    /// <param name="indicators">A county's indicators, or null.</param>
    /// <param name="network">The network that was run.</param>
    /// <param name="language">Language of names: en or zh.</param>
    public SummaryPrinter(IAnsiConsole console, RunSummary summary, CountyIndicators? indicators, Network network, string language)
    {
        (_console, _summary, _indicators, _network, _language) = (console, summary, indicators, network, language);
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
        CountyQualitySection.Write(_console, _summary, _language);
        QualitySection.Write(_console, _summary, _network);
        if (_indicators is { } indicators)
        {
            FourSamesSection.Of(indicators).WriteTo(_console);
            IndicatorSection.Write(_console, indicators);
        }

        Totals();
    }

    private void Heading(string name)
    {
        var size = _summary.Size;
        var start = Say.Clock(default, _network.Times.StartClockTime);
        var time = _summary.Duration > TimeSpan.Zero
            ? $"{Say.Duration(_summary.Duration)} from {start}"
            : $"one steady state at {start}";
        _console.Write(new Text(name, new Style(decoration: Decoration.Bold)));
        _console.WriteLine($"  {time}, "
            + (_network.Options.DemandModel == DemandModel.PressureDriven ? "pressure-driven" : "demand-driven"));
        _console.WriteLine(
            $"{Say.Counted(size.Junctions, "junction")}, {Say.Counted(size.Reservoirs, "reservoir")}, "
            + $"{Say.Counted(size.Tanks, "tank")}, {Say.Counted(size.Pumps, "pump")}, "
            + $"{Say.Counted(size.Valves, "valve")}, {Say.Number(size.PipeLength / 1000, 1)} km of pipe");
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
            var cost = _summary.EnergyCost > 0 ? $", cost {Say.Number(_summary.EnergyCost, 2)}" : "";
            facts.Add("Energy", $"{Say.Energy(_summary.Energy)} kWh{cost}{each}");
        }

        if (_summary.LowestPressures is { } lowest)
        {
            facts.Add(
                "Pressure",
                $"lowest {Say.Head(lowest.Minimum)} m; of {Say.Count(lowest.Count)} "
                + $"{(_summary.Service is null ? "junctions" : "communities")} 5 % fall below {Say.Head(lowest.P05)}, "
                + $"half below {Say.Head(lowest.Median)}");
        }

        foreach (var valve in _summary.Valves)
        {
            facts.Add(
                "Valves",
                $"{valve.Count} {Kind(valve.Kind)}: {valve.ActiveEver} regulated at some time, "
                + $"{valve.ActiveAlways} at all times");
        }

        if (_summary.Duration > TimeSpan.Zero)
        {
            facts.Add(
                "Water",
                $"{Say.Volume(balance.FromReservoirs)} m3 supplied, {Say.Volume(balance.Delivered)} delivered, "
                + $"{Say.Volume(balance.StorageChange)} stored"
                + (balance.Overflow > 0 ? $", {Say.Volume(balance.Overflow)} spilled" : "")
                + (balance.Rounding != 0 ? $", {Say.Number(balance.Rounding, 1)} by tanks set full or empty" : ""));
            facts.Add(
                "Mass balance",
                $"error {Say.Small(balance.Error)} m3, {Say.Small(100 * balance.RelativeError)} % of the water supplied");
        }

        facts.Add(
            "Solver",
            $"{Say.Counted(solver.Steps, "solution")}, {Say.Counted(solver.Iterations, "iteration")}: "
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

    private string Warnings() =>
        _summary.Warnings.Length == 0 ? "no warnings" : Say.Counted(_summary.Warnings.Length, "warning");

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
}
