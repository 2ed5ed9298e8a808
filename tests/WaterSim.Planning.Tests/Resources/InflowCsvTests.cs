using System.Globalization;
using System.Text;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Tests.Resources;

public sealed class InflowCsvTests
{
    private const string Good = """
        date,rain_mm,evaporation_mm,inflow_R1_m3,inflow_R2_m3
        2024-02-27,12.5,2,1000,10
        2024-02-28,0,2.5,900.5,20
        2024-02-29,0,3,800,0
        2024-03-01,1e1,3,700,40

        """;

    private static readonly CountySystem System = Waters.System(Waters.Year("file") with { Series = "2024.csv" }, 2);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_good_file_is_read_in_SI_over_a_leap_day(string lineEnd)
    {
        var (series, found) = Read(Good.ReplaceLineEndings(lineEnd));

        Assert.Empty(found);
        Assert.Equal((new DateOnly(2024, 2, 27), 4), (series!.From, series.Days));
        Assert.Equal(0.0125, series.Rain(0), 1e-15);
        Assert.Equal(0.0025, series.Evaporation(1), 1e-15);
        Assert.Equal((900.5, 20, 40), (series.Inflow(0, 1), series.Inflow(1, 1), series.Inflow(1, 3)));
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_the_culture_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (comma.NumberFormat.NumberDecimalSeparator, comma.NumberFormat.NumberGroupSeparator) = (",", ".");
        CultureInfo.CurrentCulture = comma;
        try
        {
            var (series, found) = Read("inflow_R2_m3,date,inflow_R1_m3,evaporation_mm,rain_mm\n1.5,2026-01-01,2,3,4");

            Assert.Empty(found);
            Assert.Equal((2, 1.5, 0.004), (series!.Inflow(0, 0), series.Inflow(1, 0), series.Rain(0)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("WS4041", 4, "2024-02-29", "2024-03-02", "leaves a gap")]
    [InlineData("WS4041", 4, "2024-02-29", "2024-02-28", "is repeated")]
    [InlineData("WS4041", 4, "2024-02-29", "2024-02-01", "goes back")]
    [InlineData("WS4041", 3, "2024-02-28,", "\n2024-02-28,", "empty")]
    [InlineData("WS4042", 4, "2024-02-29", "29.02.2024", "29.02.2024")]
    [InlineData("WS4042", 4, "2024-02-29", "2023-02-29", "2023-02-29")]
    [InlineData("WS4042", 2, "12.5", "-12.5", "rain_mm is -12.5")]
    [InlineData("WS4042", 2, "12.5", "much", "'much'")]
    [InlineData("WS4042", 2, "12.5", "", "rain_mm is empty")]
    [InlineData("WS4042", 2, "12.5", "NaN", "'NaN'")]
    [InlineData("WS4042", 2, "12.5", "1e400", "1e400")]
    [InlineData("WS4042", 2, "12.5", "12500", "rain_mm is 12500")]
    [InlineData("WS4042", 3, "900.5", "900,5", "6 values")]
    [InlineData("WS4042", 3, ",20", "", "4 values")]
    [InlineData("WS4042", 3, "900.5", "1e12", "inflow_R1_m3 is 1000000000000")]
    [InlineData("WS4042", 3, "900.5", "\u001b[2J", "\\u001B[2J")]
    public void A_fault_is_told_by_its_line(string code, int line, string piece, string replacement, string says)
    {
        Assert.Contains(piece, Good, StringComparison.Ordinal);

        var (series, found) = Read(Good.Replace(piece, replacement, StringComparison.Ordinal));

        Assert.Null(series);
        var first = found[0];
        Assert.Equal((code, line, DiagnosticSeverity.Error), (first.Code, first.Location!.Line, first.Severity));
        Assert.Contains(says, first.Message, StringComparison.Ordinal);
        Assert.NotNull(first.Remedy);
        Assert.EndsWith("2024.csv", first.Location.File, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rain_mm", "rain", "write rain_mm")]
    [InlineData("inflow_R2_m3", "inflow_R2", "write inflow_R2_m3")]
    [InlineData("inflow_R2_m3", "inflow_R9_m3", "Columns are: date")]
    [InlineData("inflow_R2_m3", "inflow_R1_m3", "Keep one")]
    [InlineData("inflow_R2_m3", "", "Columns are: date")]
    public void A_header_that_does_not_fit_is_refused_with_what_to_write(string piece, string replacement, string remedy)
    {
        var (series, found) = Read(Good.Replace(piece, replacement, StringComparison.Ordinal));

        Assert.Null(series);
        Assert.All(found, d => Assert.Equal(("WS4040", 1), (d.Code, d.Location!.Line)));
        Assert.Contains(found, d => d.Remedy!.Contains(remedy, StringComparison.Ordinal));
        Assert.Contains(found, d => d.Message.Contains($"'{piece}' is missing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "WS4040")]
    [InlineData("date,rain_mm,evaporation_mm,inflow_R1_m3,inflow_R2_m3\n", "WS4041")]
    public void A_file_without_days_is_refused(string text, string code)
    {
        var (series, found) = Read(text);

        Assert.Null(series);
        Assert.Equal(code, found[0].Code);
    }

    [Fact]
    public void What_is_no_text_or_missing_or_huge_is_refused()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "2024.csv");

        Assert.Equal("WS4001", Assert.Single(InflowSeries.Read(file, System).Diagnostics).Code);
        File.WriteAllBytes(file, [.. Encoding.UTF8.GetBytes(Good), 0xFF]);
        var bad = Assert.Single(InflowSeries.Read(file, System).Diagnostics);
        Assert.Equal(("WS4002", 6), (bad.Code, bad.Location!.Line));
        File.WriteAllBytes(file, new byte[BoundedTextFile.MaximumBytes + 1]);
        var huge = Assert.Single(InflowSeries.Read(file, System).Diagnostics);
        Assert.Equal("WS4004", huge.Code);
        Assert.Contains("series", huge.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_full_of_faults_tells_some_hundreds_and_how_many_more()
    {
        var text = new StringBuilder("date,rain_mm,evaporation_mm,inflow_R1_m3,inflow_R2_m3\n");
        for (var i = 0; i < 5_000; i++)
        {
            text.Append("2026-01-01,-1,-1,-1,-1\n");
        }

        var (series, found) = Read(text.ToString());

        Assert.Null(series);
        Assert.Equal((501, "WS4090"), (found.Count, found[^1].Code));
    }

    [Fact]
    public void A_named_year_is_cut_from_its_file()
    {
        using var folder = new TemporaryFolder();
        folder.Write("2024.csv", Good);
        var systemFile = Path.Combine(folder.Path, "system.yaml");

        var (series, found) = InflowSeries.Of(System, systemFile, "file", new DateOnly(2024, 2, 28), 2, 1);

        Assert.Empty(found);
        Assert.Equal((new DateOnly(2024, 2, 28), 2, 900.5, 800), (series!.From, series.Days, series.Inflow(0, 0), series.Inflow(0, 1)));
    }

    [Theory]
    [InlineData("2024-02-26", 2, 2)]
    [InlineData("2024-02-27", 5, 5)]
    [InlineData("2026-01-01", 365, 5)]
    public void Days_that_a_file_does_not_cover_are_refused(string from, int days, int line)
    {
        using var folder = new TemporaryFolder();
        folder.Write("2024.csv", Good);

        var (series, found) = InflowSeries.Of(
            System, Path.Combine(folder.Path, "system.yaml"), "file", DateOnly.Parse(from, CultureInfo.InvariantCulture), days, 1);

        Assert.Null(series);
        var one = Assert.Single(found);
        Assert.Equal(("WS4043", line), (one.Code, one.Location!.Line));
        Assert.Contains("2024-02-27 to 2024-03-01", one.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_that_is_not_known_is_answered_with_those_that_are()
    {
        var (series, found) = InflowSeries.Of(System, "system.yaml", "1998", new DateOnly(2026, 1, 1), 1, 1);
        var none = InflowSeries.Of(System with { Resources = null }, "system.yaml", "file", new DateOnly(2026, 1, 1), 1, 1);

        Assert.Null(series);
        Assert.Equal(("WS4039", "Known are: file."), (Assert.Single(found).Code, found[0].Remedy));
        Assert.Equal("WS4039", Assert.Single(none.Diagnostics).Code);
    }

    [Theory]
    [InlineData("../2024.csv", "WS4017")]
    [InlineData("/etc/passwd", "WS4017")]
    [InlineData("none.csv", "WS4018")]
    public void A_series_outside_the_folder_or_missing_is_refused(string series, string code)
    {
        using var folder = new TemporaryFolder();
        var system = Waters.System(Waters.Year("file") with { Series = series }, 2);

        var (made, found) = InflowSeries.Of(system, Path.Combine(folder.Path, "system.yaml"), "file", new DateOnly(2024, 2, 28), 1, 1);

        Assert.Null(made);
        Assert.Equal(code, Assert.Single(found).Code);
        Assert.Contains("series", found[0].Message, StringComparison.Ordinal);
    }

    private static (InflowSeries? Series, IReadOnlyList<Diagnostic> Diagnostics) Read(string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write("2024.csv", text);
        return InflowSeries.Read(Path.Combine(folder.Path, "2024.csv"), System);
    }
}
