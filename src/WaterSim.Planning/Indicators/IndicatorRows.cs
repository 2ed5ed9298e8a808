using WaterSim.Planning.County;
using WaterSim.Planning.Results;
using static WaterSim.Planning.Indicators.IndicatorDirection;

namespace WaterSim.Planning.Indicators;

/// <summary>What each indicator is called, its unit, and which way it gets better.</summary>
internal static class IndicatorRows
{
    public const string Service = "service";
    public const string Source = "source";
    public const string Quality = "quality";
    public const string Price = "price";
    public const string Equality = "equality";
    public const string Resilience = "resilience";
    public const string Failures = "failures";
    public const string Losses = "losses";
    public const string Energy = "energy";
    public const string Finance = "finance";

    private const double LitersPerCubicMeter = 1000;
    private const double Million = 1e6;

    public static IEnumerable<IndicatorRow> All(CountyIndicators of) =>
    [
        .. OfService(of.Service),
        .. OfSource(of.Source),
        .. OfQuality(of.Quality),
        .. OfPrice(of.Price),
        .. OfEquality(of.Equality),
        .. OfResilience(of.Resilience),
        .. OfFailures(of.Failures),
        .. OfLosses(of.Losses),
        .. OfEnergy(of.Energy),
        .. OfFinance(of.Finance),
    ];

    private static IndicatorRow[] OfService(ServiceIndicators of) =>
    [
        Row(Service, "people", "People of the county", of.People, "people", None, 0),
        Row(Service, "people_at_service_head", "People served at their service head", of.PeopleServed, "people", Higher, 0),
        Share(Service, "share_at_service_head", "Share of people served at their service head", Equity.Ratio(of.PeopleServed, of.People), Higher),
        Row(Service, "hours_of_supply", "Hours of supply", of.HoursOfSupply, "h/d", Higher, 2),
        Share(Service, "continuity", "Time at or above the service head", of.Continuity, Higher),
        Share(Service, "coverage", "People whom a source reaches", of.Coverage, Higher),
        Row(Service, "villages_reached", "Villages that a source reaches", of.VillagesReached, "villages", Higher, 0),
        Share(Service, "urban_penetration", "Townspeople with a tap", of.UrbanPenetration, Higher),
        Share(Service, "rural_penetration", "Villagers with a tap", of.RuralPenetration, Higher),
        Row(Service, "urban_per_head", "Household use per head in towns", of.UrbanPerHead * LitersPerCubicMeter, "L/d", None, 1),
        Row(Service, "rural_per_head", "Household use per head in villages", of.RuralPerHead * LitersPerCubicMeter, "L/d", Higher, 1),
    ];

    private static IndicatorRow[] OfSource(SameSource? of) =>
    [
        Share(Source, "county_distance", "Difference of source, towns against villages", of?.CountyDistance, Lower),
        Share(Source, "within_towns_distance", "Difference of source, town centres against their own villages", of?.WithinTownsDistance, Lower),
        Share(Source, "farthest_distance", "Difference of source in the town where it is largest", of?.FarthestDistance, Lower),
    ];

    private static IndicatorRow[] OfQuality(SameQuality? of) =>
    [
        Row(Quality, "urban_age", "Mean age of water in towns", Hours(of?.UrbanAge), "h", Lower, 1),
        Row(Quality, "rural_age", "Mean age of water in villages", Hours(of?.RuralAge), "h", Lower, 1),
        Row(Quality, "age_ratio", "Age, villages to towns", of?.AgeRatio, "-", None, 2),
        Row(Quality, "urban_chlorine", "Lowest chlorine in towns", of?.UrbanChlorine, "mg/L", Higher, 3),
        Row(Quality, "rural_chlorine", "Lowest chlorine in villages", of?.RuralChlorine, "mg/L", Higher, 3),
        Row(Quality, "chlorine_ratio", "Lowest chlorine, villages to towns", of?.ChlorineRatio, "-", None, 2),
        Row(Quality, "urban_people_below", "Townspeople with too little chlorine", of?.UrbanPeopleBelow, "people", Lower, 0),
        Row(Quality, "rural_people_below", "Villagers with too little chlorine", of?.RuralPeopleBelow, "people", Lower, 0),
    ];

    private static IndicatorRow[] OfPrice(SamePrice? of) =>
    [
        Row(Price, "urban_tariff", "Price of water in towns", of?.UrbanPrice, "yuan/m3", None, 2),
        Row(Price, "rural_tariff", "Price of water in villages", of?.RuralPrice, "yuan/m3", None, 2),
        Row(Price, "urban_paid", "Mean price paid in towns", of?.UrbanPaid, "yuan/m3", None, 2),
        Row(Price, "rural_paid", "Mean price paid in villages", of?.RuralPaid, "yuan/m3", None, 2),
        Row(Price, "urban_unit_cost", "Cost to serve towns", of?.UrbanUnitCost, "yuan/m3", Lower, 2),
        Row(Price, "rural_unit_cost", "Cost to serve villages", of?.RuralUnitCost, "yuan/m3", Lower, 2),
        Row(Price, "cross_subsidy", "Cross-subsidy between communities", of?.CrossSubsidy / Million, "million yuan/a", None, 2),
        Row(Price, "fiscal_backstop", "Fiscal backstop needed", of?.FiscalBackstop / Million, "million yuan/a", Lower, 2),
        Row(Price, "people_subsidised", "People who cost more than they pay", of?.PeopleSubsidised, "people", None, 0),
    ];

    private static IndicatorRow[] OfEquality(SameService of) =>
    [
        Row(Equality, "pressure_ratio", "Pressure over service head, villages to towns", of.PressureRatio, "-", None, 2),
        Row(Equality, "continuity_ratio", "Continuity, villages to towns", of.ContinuityRatio, "-", None, 3),
        Row(Equality, "per_head_ratio", "Household use per head, villages to towns", of.PerHeadRatio, "-", None, 2),
        Row(Equality, "pressure_gini", "Gini coefficient of pressure over service head", of.PressureGini, "-", Lower, 3),
        Row(Equality, "continuity_gini", "Gini coefficient of continuity", of.ContinuityGini, "-", Lower, 3),
        Row(Equality, "per_head_gini", "Gini coefficient of household use per head", of.PerHeadGini, "-", Lower, 3),
        Row(Equality, "worst_decile_pressure", "Pressure over service head of the worst tenth", of.WorstDecilePressure, "-", Higher, 2),
        Share(Equality, "worst_decile_continuity", "Continuity of the worst tenth", of.WorstDecileContinuity, Higher),
    ];

    private static IndicatorRow[] OfResilience(ResilienceIndicators of) =>
    [
        Row(Resilience, "todini", "Todini's resilience index", of.Todini, "-", Higher, 3),
        Row(Resilience, "least_todini", "Todini's resilience index at its lowest", of.LeastTodini, "-", Higher, 3),
        Row(Resilience, "modified_todini", "Modified resilience index", of.ModifiedTodini, "-", Higher, 3),
        Row(Resilience, "flow_entropy", "Flow entropy at the highest draw", of.FlowEntropy, "nats", Higher, 2),
        Row(Resilience, "full_storage", "Hours that full tanks last", Hours(of.FullStorageTime), "h", Higher, 1),
        Row(Resilience, "least_storage", "Hours that tanks at their emptiest last", Hours(of.LeastStorageTime), "h", Higher, 1),
    ];

    private static IndicatorRow[] OfFailures(SingleFailures of) =>
    [
        Row(Failures, "people_on_one_way", "People with one way of supply only", of.PeopleOnOneWay, "people", Lower, 0),
        Row(Failures, "worst_link", "People cut off by the worst link", Most(of.Links), "people", Lower, 0),
        Row(Failures, "worst_booster", "People cut off by the worst booster", Most(of.Boosters), "people", Lower, 0),
        Row(Failures, "worst_plant", "People cut off by the worst plant", Most(of.Plants), "people", Lower, 0),
        Row(Failures, "worst_source", "People cut off by the worst source", Most(of.Sources), "people", Lower, 0),
        Share(Failures, "capacity_reserve", "Capacity without the largest plant, of the draw", of.CapacityReserve, Higher),
    ];

    private static IndicatorRow[] OfLosses(LossIndicators of) =>
    [
        Row(Losses, "system_input", "Water put into the network", PerDay(of.SystemInput), "m3/d", None, 0),
        Row(Losses, "billed", "Water billed", PerDay(of.Billed), "m3/d", None, 0),
        Row(Losses, "apparent", "Apparent losses", PerDay(of.ApparentLosses), "m3/d", Lower, 0),
        Row(Losses, "real", "Real losses", PerDay(of.RealLosses), "m3/d", Lower, 0),
        Share(Losses, "loss_rate", "Gross loss rate", of.LossRate, Lower),
        Share(Losses, "non_revenue", "Non-revenue water", of.NonRevenue, Lower),
        Row(Losses, "night_flow", "Lowest night flow", PerDay(of.NightFlow), "m3/d", None, 0),
        Share(Losses, "night_leakage", "Leakage in the night flow", of.NightLeakage, Lower),
        Row(Losses, "per_km", "Real losses by length of pipe", PerDay(of.LossPerKilometer), "m3/(km d)", Lower, 2),
    ];

    private static IndicatorRow[] OfEnergy(EnergyIndicators of) =>
    [
        Row(Energy, "per_volume", "Energy by water delivered", Per1000(of.PerVolume), "kWh/1000 m3", Lower, 1),
        Row(Energy, "specific", "Energy by work on the water", of.PerThousandCubicMetersAndMegapascal, "kWh/(1000 m3 MPa)", Lower, 1),
        Share(Energy, "efficiency", "Efficiency of pumps, wire to water", of.Efficiency, Higher),
        Row(Energy, "mean_price", "Mean price of energy", of.MeanPrice, "yuan/kWh", Lower, 3),
        Share(Energy, "cheapest_share", "Energy drawn at the lowest price paid", of.Prices.IsEmpty ? null : of.Prices[0].Share, Higher),
    ];

    private static IndicatorRow[] OfFinance(FinanceIndicators? of) =>
    [
        Row(Finance, "investment", "Investment", of?.Investment / Million, "million yuan", None, 1),
        Row(Finance, "capital", "Investment annualised", of?.Capital / Million, "million yuan/a", None, 2),
        Row(Finance, "running", "Running cost", of?.Running / Million, "million yuan/a", Lower, 2),
        Row(Finance, "revenue", "Revenue", of?.Revenue / Million, "million yuan/a", Higher, 2),
        Row(Finance, "revenue_urban", "Revenue from towns", of?.Urban.Revenue / Million, "million yuan/a", None, 2),
        Row(Finance, "revenue_rural", "Revenue from villages", of?.Rural.Revenue / Million, "million yuan/a", None, 2),
        .. Enumerable.Range(0, TariffParser.MostBlocks).Select(b => Row(
            Finance, FormattableString.Invariant($"revenue_block_{b + 1}"), FormattableString.Invariant($"Revenue from households, block {b + 1}"),
            b < of?.Blocks.Length ? of.Blocks[b].Revenue / Million : null, "million yuan/a", None, 2)),
        Row(Finance, "revenue_others", "Revenue from others than households", of?.Others.Revenue / Million, "million yuan/a", None, 2),
        Row(Finance, "unit_cost", "Cost of water billed", of?.UnitCost, "yuan/m3", Lower, 2),
        Row(Finance, "running_unit_cost", "Running cost of water billed", of?.RunningUnitCost, "yuan/m3", Lower, 2),
        Row(Finance, "subsidy", "Cost that revenue leaves uncovered", of?.Subsidy / Million, "million yuan/a", Lower, 2),
        Row(Finance, "running_subsidy", "Running cost that revenue leaves uncovered", of?.RunningSubsidy / Million, "million yuan/a", Lower, 2),
        Share(Finance, "cost_recovery", "Revenue over cost", of?.CostRecovery, Higher),
    ];

    private static IndicatorRow Row(
        string group, string id, string name, double? value, string unit, IndicatorDirection better, int decimals) =>
        new($"{group}.{id}", group, name, value, unit, better, decimals);

    private static IndicatorRow Share(string group, string id, string name, double? share, IndicatorDirection better) =>
        Row(group, id, name, 100 * share, "%", better, 1);

    private static double? Hours(double? time) => time is { } t ? ReportUnits.Hours(t) : null;

    private static double? PerDay(double? flow) => flow is { } f ? ReportUnits.CubicMetersPerDay(f) : null;

    private static double? Per1000(double? energy) => energy is { } e ? ReportUnits.KilowattHoursPerThousandCubicMeters(e) : null;

    private static double? Most(IReadOnlyCollection<SingleFailure> failures) => failures.Count == 0 ? null : failures.Max(f => f.People);
}
