using System.Collections.Immutable;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Results.Tables;

namespace WaterSim.Planning.Results;

/// <summary>The tables of a year by the hour: a row for each hour with each tank, plant, interconnection and community.</summary>
/// <remarks>A row's time is when its hour begins: volumes are of the hour from then on, levels and pressures those at that time.</remarks>
internal static class YearHourTables
{
    private const string OfCommunities = "hours_communities";

    /// <summary>Names of the tables, in the order of <see cref="Of"/>.</summary>
    public static ImmutableArray<string> Names { get; } = ["hours_tanks", "hours_plants", "hours_interconnections", OfCommunities];

    /// <summary>Whether a table is written as CSV too. Of hundreds of communities a year has more rows than a spreadsheet takes.</summary>
    public static bool HasCsv(string name) => name != OfCommunities;

    /// <summary>The tables of some days on end, which have their hours.</summary>
    /// <param name="system">The county.</param>
    /// <param name="tanks">Ids of the tanks, in the order of <see cref="DayHour.TankLevel"/>.</param>
    /// <param name="days">The days.</param>
    public static ImmutableArray<Table> Of(CountySystem system, ImmutableArray<string> tanks, IReadOnlyList<YearDay> days)
    {
        DayHour[] hours = [.. days.SelectMany(d => d.Hours!.Value)];
        string[] times = [.. days.SelectMany(d => d.Hours!.Value.Select((_, h) => Text(d.Date, h)))];
        return
        [
            Table("hours_tanks", "tank", tanks, ("level_m", h => h.TankLevel)),
            Table("hours_plants", "plant", system.Plants.Select(p => p.Id), ("output_m3", h => h.PlantOutput)),
            Table(
                "hours_interconnections", "interconnection", system.Interconnections.Select(x => x.Id),
                ("passed_m3", h => h.Transfer)),
            Table(
                OfCommunities, "community", system.Communities.Select(c => c.Id),
                ("required_m3", h => h.Required), ("delivered_m3", h => h.Delivered), ("lowest_pressure_m", h => h.LowestPressure)),
        ];

        Table Table(
            string name, string element, IEnumerable<string> elements,
            params ReadOnlySpan<(string Name, Func<DayHour, ImmutableArray<double>> Of)> values)
        {
            string[] ids = [.. elements];
            var rows = hours.Length * ids.Length;
            var (codesOfTimes, codesOfIds) = (new int[rows], new int[rows]);
            for (var row = 0; row < rows; row++)
            {
                (codesOfTimes[row], codesOfIds[row]) = (row / ids.Length, row % ids.Length);
            }

            var columns = ImmutableArray.CreateBuilder<Column>();
            columns.Add(new TextColumn("time", times, codesOfTimes));
            columns.Add(new TextColumn(element, ids, codesOfIds));
            foreach (var (column, of) in values)
            {
                var numbers = new double[rows];
                for (var h = 0; h < hours.Length; h++)
                {
                    of(hours[h]).CopyTo(numbers, h * ids.Length);
                }

                columns.Add(new NumberColumn(column, numbers));
            }

            return new Table(name, rows, columns.ToImmutable());
        }
    }

    // ISO 8601, local time.
    private static string Text(DateOnly day, int hour) => FormattableString.Invariant($"{YearTables.Text(day)}T{hour:00}:00");
}
