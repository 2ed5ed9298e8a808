using Spectre.Console;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;
using WaterSim.Planning.Scenarios;

namespace WaterSim.Cli.Output;

/// <summary>The few indicators that a planner looks at first; the run folder has all.</summary>
internal static class IndicatorSection
{
    private const double Million = 1e6;

    /// <summary>Prints them.</summary>
    public static void Write(IAnsiConsole console, CountyIndicators of)
    {
        var facts = new FactList();
        if (IsAsked(of, IndicatorGroup.Resilience))
        {
            Resilience(facts, of);
        }

        if (IsAsked(of, IndicatorGroup.Losses) && of.Losses is { LossRate: { } rate, NonRevenue: { } nonRevenue })
        {
            facts.Add("Losses", $"{Say.Percent(rate, 1)} % of the water put in; {Say.Percent(nonRevenue, 1)} % brings no revenue");
        }

        if (IsAsked(of, IndicatorGroup.Energy) && of.Energy is { PerThousandCubicMetersAndMegapascal: { } specific, Efficiency: { } efficiency })
        {
            facts.Add("Pumps", $"{Say.Number(specific, 0)} kWh per 1000 m3 and MPa, {Say.Percent(efficiency)} % wire to water");
        }

        if (IsAsked(of, IndicatorGroup.Finance) && of.Finance is { UnitCost: { } cost, RunningUnitCost: { } running, CostRecovery: { } recovery } finance)
        {
            facts.Add(
                "Cost of water",
                $"{Say.Number(cost, 2)} yuan/m3 billed, {Say.Number(running, 2)} of it running cost; revenue covers {Say.Percent(recovery)} %, "
                + $"{Say.Number(finance.Subsidy / Million, 1)} million yuan a year are left");
        }

        if (IsAsked(of, IndicatorGroup.Standards))
        {
            Standards(facts, IndicatorTable.Of(of).Standards);
        }

        facts.WriteTo(console);
        console.WriteLine();
    }

    private static void Resilience(FactList facts, CountyIndicators of)
    {
        var (resilience, failures) = (of.Resilience, of.Failures);
        if (resilience is { Todini: { } index, FullStorageTime: { } full, LeastStorageTime: { } least })
        {
            facts.Add(
                "Resilience",
                $"Todini's index {Say.Number(index, 2)}; full tanks last {Hours(full)} h, {Hours(least)} h at their emptiest");
        }

        var worst = failures.Links.IsEmpty ? "" : $"; without link {failures.Links[0].Id} {People(failures.Links[0].People)} are cut off";
        facts.Add("One failure", $"{People(failures.PeopleOnOneWay)} people have one way of supply only{worst}");
    }

    private static void Standards(FactList facts, IReadOnlyList<StandardRow> standards)
    {
        facts.Add("Standards", $"{standards.Count(s => s.Passes == true)} of {Say.Counted(standards.Count, "standard")} hold");
        foreach (var missed in standards.Where(s => s.Passes == false))
        {
            var limit = missed.Limit is { } l ? $" {Fit(l)} {missed.Unit}" : "";
            var worst = missed.Value is { } v ? $"worst {Fit(v)}" : "at some place no water";
            var people = missed.PeopleFailing is { } p ? $", {Say.Count(p)} people" : "";
            facts.Add("Standards", $"missed: {missed.Name}{limit}; {worst}{people}");
        }

        if (standards.Where(s => s.Passes is null).ToArray() is { Length: > 0 } unknown)
        {
            var option = unknown.Any(s => s.Unit == "mg/L") ? "; --quality chlorine tells of chlorine" : "";
            facts.Add("Standards", $"{unknown.Length} not judged{option}");
        }
    }

    private static bool IsAsked(CountyIndicators of, IndicatorGroup group) => of.Asked is not { } asked || asked.Contains(group);

    private static string Hours(double time) => Say.Number(ReportUnits.Hours(time), 1);

    private static string People(double people) => Say.Count((long)Math.Round(people));

    private static string Fit(double value) => Say.Number(value, Math.Abs(value) >= 100 ? 0 : Math.Abs(value) >= 1 ? 1 : 3);
}
