using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;
using WaterSim.Planning.Scenarios;

namespace WaterSim.Cli.Output;

/// <summary>Town against village: source, quality, price and service.</summary>
internal static class FourSamesSection
{
    private const string None = "-";

    /// <summary>The table; of what the run did not follow the option that follows it.</summary>
    public static TextTable Of(CountyIndicators of)
    {
        var table = new TextTable("The four sames", "<", "Towns", "Villages", "<");
        Add(IndicatorGroup.SameSource, Source);
        Add(IndicatorGroup.SameQuality, Quality);
        Add(IndicatorGroup.SamePrice, Price);
        Add(IndicatorGroup.SameService, Service);
        return table;

        void Add(IndicatorGroup group, Action<TextTable, CountyIndicators> add)
        {
            if (of.Asked is not { } asked || asked.Contains(group))
            {
                add(table, of);
            }
        }
    }

    private static void Source(TextTable table, CountyIndicators of) => table.Add(
        "Source",
        None,
        None,
        of.Source?.CountyDistance is { } distance ? $"{Say.Percent(distance, 1)} % from other sources" : "not followed; --quality blend tells");

    private static void Quality(TextTable table, CountyIndicators of)
    {
        var quality = of.Quality;
        if (quality?.UrbanAge is null)
        {
            table.Add("Quality: mean age, h", None, None, "not followed; --quality age tells");
        }
        else
        {
            table.Add("Quality: mean age, h", Hours(quality.UrbanAge), Hours(quality.RuralAge), Times(quality.AgeRatio));
        }

        if (quality?.UrbanChlorine is null)
        {
            table.Add("Quality: least chlorine, mg/L", None, None, "not followed; --quality chlorine tells");
        }
        else
        {
            table.Add(
                "Quality: least chlorine, mg/L", Number(quality.UrbanChlorine, 3), Number(quality.RuralChlorine, 3), Times(quality.ChlorineRatio));
        }
    }

    private static void Price(TextTable table, CountyIndicators of)
    {
        if (of.Price is not { } price)
        {
            table.Add("Price", None, None, "no economy: in system.yaml");
            return;
        }

        table.Add("Price, yuan/m3", Number(price.UrbanPrice, 2), Number(price.RuralPrice, 2), Times(Ratio(price.RuralPrice, price.UrbanPrice)));
        table.Add(
            "Price: paid in the mean, yuan/m3", Number(price.UrbanPaid, 2), Number(price.RuralPaid, 2), Times(Ratio(price.RuralPaid, price.UrbanPaid)));
        table.Add(
            "Price: cost to serve, yuan/m3",
            Number(price.UrbanUnitCost, 2),
            Number(price.RuralUnitCost, 2),
            Times(Ratio(price.RuralUnitCost, price.UrbanUnitCost)));
    }

    private static void Service(TextTable table, CountyIndicators of)
    {
        table.Add("Service: pressure over service head", None, None, Times(of.Equality.PressureRatio));
        table.Add("Service: time at service head", None, None, Times(of.Equality.ContinuityRatio));
        if (of.Service.RuralPerHead is { } rural)
        {
            table.Add(
                "Service: household use, L/d",
                Number(1000 * of.Service.UrbanPerHead, 1),
                Number(1000 * rural, 1),
                Times(Ratio(rural, of.Service.UrbanPerHead)));
        }
    }

    private static string Times(double? ratio) => ratio is { } r ? $"villages have {Say.Number(r, 2)} of the towns'" : "";

    private static double? Ratio(double? of, double? to) => to is null or 0 ? null : of / to;

    private static string Hours(double? age) => age is { } a ? Say.Number(ReportUnits.Hours(a), 1) : None;

    private static string Number(double? value, int decimals) => value is { } v ? Say.Number(v, decimals) : None;
}
