using SkiaSharp;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;
using WaterSim.Plots.Year;

namespace WaterSim.Plots.Tests;

/// <summary>Dates along an axis, labels beside it, cells above it.</summary>
public class YearAxesTests
{
    private static readonly Phrases English = new(isChinese: false, isSteady: false);

    [Theory]
    [InlineData("2026-01-01", 365, 600, "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")]
    [InlineData("2026-01-01", 365, 120, "Jan Apr Jul Oct")]
    [InlineData("2026-01-01", 365, 60, "Jan Jul")]
    [InlineData("2026-07-01", 365, 600, "Jul Aug Sep Oct Nov Dec 2027 Feb Mar Apr May Jun")]
    [InlineData("2026-01-25", 120, 600, "Jan Feb Mar Apr May")]
    [InlineData("2026-01-29", 120, 600, "Feb Mar Apr May")]
    [InlineData("2026-01-01", 40, 600, "1 Jan;6 Jan;11 Jan;16 Jan;21 Jan;26 Jan;1 Feb;6 Feb")]
    [InlineData("2026-01-01", 40, 120, "1 Jan;1 Feb")]
    [InlineData("2026-02-25", 7, 600, "25 Feb;26 Feb;27 Feb;28 Feb;1 Mar;2 Mar;3 Mar")]
    [InlineData("2026-04-10", 1300, 600, "2026 2027 2028 2029")]
    [InlineData("2026-01-01", 36525, 600, "2030 2040 2050 2060 2070 2080 2090 2100 2110 2120")]
    public void A_year_is_marked_by_what_there_is_room_for(string from, int days, float room, string labels)
    {
        var marks = Marks(from, days, room);
        Assert.Equal(labels.Contains(';', StringComparison.Ordinal) ? labels.Split(';') : labels.Split(' '), marks.Where(m => m.At is not null).Select(m => m.Text));
    }

    [Fact]
    public void Labels_of_dates_never_touch()
    {
        foreach (var days in (int[])[1, 2, 9, 28, 31, 40, 70, 71, 90, 365, 366, 700, 806, 807, 1100, 5000, 36_525])
        {
            foreach (var room in (float[])[80, 122, 190, 400, 640])
            {
                var places = Marks("2026-01-17", days, room).Where(m => m.At is not null)
                    .Select(m => (X: room * m.At!.Value / days, Half: Width(m.Text) / 2)).ToList();
                for (var i = 1; i < places.Count; i++)
                {
                    Assert.True(
                        places[i].X - places[i].Half > places[i - 1].X + places[i - 1].Half, $"{days} days in {room}: label {i}");
                }
            }
        }
    }

    [Fact]
    public void The_axis_names_its_year_or_its_first_and_last_month()
    {
        Assert.Equal("2026", new DateAxis(new DateOnly(2026, 1, 1), 365, English).Label);
        Assert.Equal("Jul 2026–Jun 2027", new DateAxis(new DateOnly(2026, 7, 1), 365, English).Label);
        Assert.Equal("2026年7月–2027年6月", new DateAxis(new DateOnly(2026, 7, 1), 365, new Phrases(isChinese: true, isSteady: false)).Label);
    }

    [Fact]
    public void Labels_beside_a_chart_keep_their_order_and_their_distance()
    {
        var random = new Random(11);
        for (var n = 0; n < 200; n++)
        {
            float[] wanted = [.. Enumerable.Range(0, 1 + (n % 9)).Select(_ => random.NextSingle() * 100).Order()];
            var places = SideLabels.Spread(wanted, 0, 100, 11);
            Assert.InRange(places[0], -0.01f, 100.01f);
            Assert.InRange(places[^1], -0.01f, 100.01f);
            Assert.All(places.Zip(places.Skip(1)), p => Assert.True(p.Second - p.First > 10.99f, string.Join(' ', places)));
        }
    }

    [Fact]
    public void Labels_with_room_stay_where_they_belong() =>
        Assert.Equal([10f, 40f, 80f], SideLabels.Spread([10, 40, 80], 0, 100, 11));

    [Fact]
    public void Labels_that_crowd_share_the_way()
    {
        Assert.Equal([44.5f, 55.5f], SideLabels.Spread([50, 50], 0, 100, 11));
        Assert.Equal([78f, 89f, 100f], SideLabels.Spread([99, 99, 99], 0, 100, 11));
    }

    [Fact]
    public void Cells_are_painted_where_they_are_however_they_are_joined()
    {
        var random = new Random(5);
        var classes = Enumerable.Range(0, 8).Select(_ => Enumerable.Range(0, 20).Select(_ => random.Next(-1, 2)).ToArray()).ToArray();
        classes[3] = classes[2];
        classes[6] = classes[5];
        SKColor[] colors = [SKColors.Red, SKColors.Blue];
        using var bitmap = new SKBitmap(200, 80);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            HeatCells.Paint(
                new Sheet(canvas, 200, 80, FontBook.Latin()), p => 10 * p, 20,
                [.. classes.Select((_, r) => (10f * r, 10f * (r + 1)))], (r, p) => classes[r][p], colors);
        }

        for (var r = 0; r < 8; r++)
        {
            for (var p = 0; p < 20; p++)
            {
                var expected = classes[r][p] < 0 ? SKColors.White : colors[classes[r][p]];
                Assert.Equal(expected, bitmap.GetPixel((10 * p) + 5, (10 * r) + 5));
            }
        }
    }

    private static List<(double? At, double From, double To, string Text)> Marks(string from, int days, float room) =>
        [.. new DateAxis(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), days, English).Marks(room, Width)];

    // About what a letter of the ticks is wide.
    private static float Width(string text) => 6.4f * text.Length;
}
