using System.Collections.Immutable;
using Spectre.Console;
using WaterSim.Cli.Commands;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Results;

namespace WaterSim.Cli.Output;

/// <summary>Prints what a planner asks of a year.</summary>
/// <param name="console">Where to.</param>
/// <param name="county">The county.</param>
/// <param name="summary">Its year.</param>
/// <param name="without">The same year without some interconnections, one at a time.</param>
/// <param name="request">What was asked for.</param>
/// <param name="scenario">What its scenario is called, or null.</param>
internal sealed class YearPrinter(
    IAnsiConsole console, CountySystem county, YearSummary summary, ImmutableArray<YearWithout> without, YearRequest request,
    LocalizedName? scenario)
{
    // A day's rounding is printed as agreement, not as days.
    private const int MostDisagreeing = 3;

    private readonly string _language = request.Language;

    /// <summary>Prints it.</summary>
    public void Print()
    {
        Heading();
        Supply();
        YearShortageSection.Towns(county, summary, _language).WriteTo(console);
        YearShortageSection.Communities(county, summary, _language).WriteTo(console);
        YearWaterSection.Sources(county, summary, _language).WriteTo(console);
        YearWaterSection.Plants(county, summary, _language).WriteTo(console);
        YearWaterSection.Interconnections(county, summary, _language).WriteTo(console);
        YearWaterSection.Without(county, summary, without, _language).WriteTo(console);
        Totals();
    }

    private void Heading()
    {
        var year = county.Resources?.Years.FirstOrDefault(y => y.Id == request.Inflow);
        console.Write(new Text(county.Name.In(_language), new Style(decoration: Decoration.Bold)));
        console.WriteLine(
            $"  {Say.Counted(summary.Days, "day")} from {Say.Day(summary.From)}, inflow {request.Inflow}"
            + (year is null ? "" : $" ({year.Name.In(_language)})"));
        if (scenario is not null)
        {
            console.WriteLine($"scenario {scenario.In(_language)}");
        }

        console.WriteLine(
            (request.DailyOnly ? "allocation alone, without the pipes" : "pipes run each day, hour by hour, pressure-driven")
            + (request.Without.IsEmpty ? "" : $"; without {string.Join(", ", request.Without)}"));
        console.WriteLine();
    }

    private void Supply()
    {
        var facts = new FactList();
        var share = summary.Needed > 0 ? $" ({Say.Percent(summary.Delivered / summary.Needed, 2)} %)" : "";
        facts.Add("Supply", $"{Say.Volume(summary.Needed)} m3 needed, {Say.Volume(summary.Delivered)} delivered{share}");
        facts.Add("Supply", $"{Say.Volume(summary.Leaked)} m3 leaked, {Say.Volume(summary.TreatmentLoss)} lost in treatment");
        facts.Add(
            "Short",
            summary.DaysShort == 0
                ? "nobody on any day"
                : $"{Say.Volume(summary.PersonDaysShort)} person-days without water; on {Say.Counted(summary.DaysShort, "day")} some "
                    + "community got less than 99 %");
        facts.Add("Drought", Stages());
        facts.Add(
            "Days left",
            double.IsFinite(summary.LeastDaysLeft)
                ? $"least {Say.Number(summary.LeastDaysLeft, 0)} on {Say.Day(summary.LeastDaysLeftOn)}"
                : "springs alone would do on every day");
        facts.WriteTo(console);
        console.WriteLine();
    }

    private string Stages()
    {
        var stages = (county.Dispatch?.Stages ?? []).Zip(summary.StageDays).Where(s => s.Second > 0).ToList();
        var normal = summary.Days - stages.Sum(s => s.Second);
        return stages.Count == 0
            ? "no stage was reached"
            : string.Join(", ", stages.Select(s => $"{s.First.Name.In(_language)} {Say.Counted(s.Second, "day")}"))
                + $"; normal {Say.Counted(normal, "day")}";
    }

    private void Totals()
    {
        var facts = new FactList();
        var each = summary.Delivered > 0;
        facts.Add(
            "Cost",
            $"{Say.Number(summary.Cost, 0)} yuan" + (each ? $", {Say.Number(summary.Cost / summary.Delivered, 2)} yuan per m3 delivered" : ""));
        facts.Add(
            "Energy",
            $"{Say.Energy(summary.Energy)} kWh" + (each
                ? $"; {Say.Number(ReportUnits.KilowattHoursPerThousandCubicMeters(summary.Energy / summary.Delivered), 1)} kWh per "
                    + "1000 m3 delivered"
                : ""));
        if (!request.DailyOnly)
        {
            facts.Add("Agreement", Agreement());
        }

        facts.Add(
            "Mass balance",
            $"error {Say.Small(summary.BalanceError)} of the year's water, {Say.Small(summary.LargestDailyError)} of a day's at most");
        facts.WriteTo(console);
    }

    private string Agreement()
    {
        var runs = $"the pipes were run {Say.Counted(summary.HydraulicDays, "time")}";
        var days = summary.Disagreeing;
        return days.IsEmpty
            ? $"allocation and pipes within 1 % on every day; {runs}"
            : $"more than 1 % apart on {Say.Counted(days.Length, "day")} "
                + $"({string.Join(", ", days.Take(MostDisagreeing).Select(Say.Day))}{(days.Length > MostDisagreeing ? ", ..." : "")}); {runs}";
    }
}
