using System.Collections.Immutable;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Year;

/// <summary>What every figure of a year is made with.</summary>
internal sealed record YearContext(
    YearSeries Series, CountySystem County, ImmutableArray<YearWay> Ways, Phrases Phrases, Typography Type, string Place, double Scale)
{
    public DateAxis Dates { get; } = new(Series.From, Series.Days, Phrases);

    /// <summary>The drought ladder, empty where the county has none.</summary>
    public ImmutableArray<DroughtStage> Stages => County.Dispatch?.Stages ?? [];

    /// <summary>First day of a point since the start, d.</summary>
    public double Begin(int point) => point * Series.DaysPerPoint;

    /// <summary>End of a point's last day since the start, d.</summary>
    public double End(int point) => Math.Min(Series.Days, (point + 1) * Series.DaysPerPoint);

    /// <summary>Days that a point stands for.</summary>
    public double Weight(int point) => End(point) - Begin(point);

    /// <summary>Mean over the run.</summary>
    public double Mean(IReadOnlyList<double> series)
    {
        var sum = 0.0;
        for (var p = 0; p < series.Count; p++)
        {
            sum += Weight(p) * series[p];
        }

        return sum / Series.Days;
    }

    /// <summary>A point's day as text, with its year where the run has several.</summary>
    public string Day(int point)
    {
        var day = Series.DayOf(point);
        return Series.From.Year == Series.From.AddDays(Series.Days - 1).Year ? Phrases.DayOfMonth(day)
            : Phrases.IsChinese ? Phrases.Year(day.Year) + Phrases.DayOfMonth(day) : $"{Phrases.DayOfMonth(day)} {Phrases.Year(day.Year)}";
    }

    /// <summary>What of a reservoir lies above its supply floor at normal level, m3, and what stands for it; null of a spring.</summary>
    public Basin? BasinOf(int source)
    {
        var id = County.Sources[source].Id;
        return County.Resources?.Reservoirs.FirstOrDefault(r => r.Source == id) is { } reservoir ? new Basin(reservoir) : null;
    }

    public string NameOf(int source) => County.Sources[source].Duty == SourceDuty.Standby
        ? Phrases.Standby(Phrases.Name(County.Sources[source].Name)) : Phrases.Name(County.Sources[source].Name);

    public Figure Make(string name, string what, float height, Action<Sheet, string> draw)
    {
        var title = Type.Fit(Phrases.Titled(what, Place));
        return new Figure(name, title, Sheet.StandardWidth, height, Type, Scale, sheet => draw(sheet, title));
    }
}
