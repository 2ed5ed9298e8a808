using System.Globalization;
using System.Text;
using JiaheLayout.Facts;

namespace JiaheLayout.Output;

/// <summary>Writes <c>demand:</c>.</summary>
internal static class DemandYaml
{
    private const double LitersPerDay = 86_400;

    public static void Append(StringBuilder text)
    {
        // Those without a tap use none, so those with one use what the average leaves to them.
        var town = DemandBasis.TownDomestic * LitersPerDay;
        var rural = DemandBasis.RuralDomestic * LitersPerDay / YearDemand.RuralPenetration;
        text.Append(string.Create(CultureInfo.InvariantCulture, $$"""
            demand:
              base_year: {{YearDemand.BaseYear}}
              growth_per_year: {{YearDemand.PeopleGrowth}}
              households:
                - { class: urban, per_head_l: {{town:0.###}}, penetration: 1 }
                - { class: rural, per_head_l: {{rural:0.###}}, penetration: {{YearDemand.RuralPenetration}} }
              uses:
                - { use: domestic, categories: [domestic town, domestic rural] }
                - { use: public, categories: [public], growth_per_year: {{YearDemand.PublicGrowth}} }
                - { use: industry, categories: [industry and public], growth_per_year: {{YearDemand.IndustryGrowth}} }
              months: [{{string.Join(", ", YearDemand.Months.Select(m => m.ToString("0.00", CultureInfo.InvariantCulture)))}}]
              daily_variation: {{YearDemand.DailyVariation}}
              festival: { days_before: {{YearDemand.FestivalDaysBefore}}, days_after: {{YearDemand.FestivalDaysAfter}}, rural_people: {{YearDemand.FestivalRuralPeople}}, per_head: {{YearDemand.FestivalPerHead}}, rural_pattern: FESTIVAL }
              leakage: { categories: [leakage], exponent: {{YearDemand.LeakageExponent}} }

            """).ReplaceLineEndings("\n"));
    }
}
