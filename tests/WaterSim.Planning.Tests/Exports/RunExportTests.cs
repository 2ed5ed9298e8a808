using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Exports;
using WaterSim.Planning.Results;
using WaterSim.Planning.Tests.Comparison;
using WaterSim.Planning.Tests.Indicators;

namespace WaterSim.Planning.Tests.Exports;

public sealed class RunExportTests : IDisposable
{
    private const string Hostile = "=cmd|' /C calc'!A1 <b>&\"../../x\"\u0001";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, 1000, 0.0089831528, 2000, 0.0180873897)]
    [InlineData(45, 78_846.8, 1, 111_131.7, 1)]
    [InlineData(-45, -78_846.8, -1, 0, 0)]
    public void Metres_become_degrees_by_the_ellipsoid(double latitude, double x, double east, double y, double north)
    {
        // At the equator a degree is pi a / 180 = 111,319.49 m to the east and (1 - e2) times that to the north; at 45 degrees they are 78,846.8 and 111,131.7 m.
        var (lon, lat) = Ellipsoid.Degrees(new MapOrigin(10, latitude), new MapPoint(x, y));

        Assert.Equal(10 + east, lon, 1e-6);
        Assert.Equal(latitude + north, lat, 1e-6);
    }

    [Fact]
    public void Geojson_has_communities_with_what_is_told_of_them()
    {
        var (files, found) = Export(Day(new MapOrigin(0, 0)), ExportFormat.GeoJson);

        Assert.Equal(["communities.geojson", "pipes.geojson", "facilities.geojson"], files);
        Assert.Empty(found);
        using var json = Json("communities.geojson");
        Assert.Equal("FeatureCollection", json.RootElement.GetProperty("type").GetString());

        // The village lies between its nodes B and C, 1 and 2 km east.
        var village = json.RootElement.GetProperty("features")[1];
        var at = village.GetProperty("geometry").GetProperty("coordinates");
        Assert.Equal((0.0134747, 0), (at[0].GetDouble(), at[1].GetDouble()));
        var properties = village.GetProperty("properties");
        Assert.Equal(Hostile, properties.GetProperty("name").GetString());
        Assert.Equal(("rural", 500), (properties.GetProperty("class").GetString(), properties.GetProperty("people").GetInt32()));
        Assert.Equal(11, properties.GetProperty("min_pressure_m").GetDouble());
        Assert.Equal(504, properties.GetProperty("household_use_ld").GetDouble(), 1e-9);
        Assert.False(properties.TryGetProperty("x", out _));
        Assert.DoesNotContain("<b>", File.ReadAllText(_folder.At("out/communities.geojson")), StringComparison.Ordinal);
    }

    [Fact]
    public void Geojson_has_pipes_and_facilities()
    {
        Export(Day(new MapOrigin(0, 0)), ExportFormat.GeoJson);
        using var pipes = Json("pipes.geojson");
        using var facilities = Json("facilities.geojson");

        // AT carries 10 L/s one way and 20 the other.
        var pipe = pipes.RootElement.GetProperty("features").EnumerateArray().Single(f => f.GetProperty("properties").GetProperty("id").GetString() == "AT");
        Assert.Equal("LineString", pipe.GetProperty("geometry").GetProperty("type").GetString());
        Assert.Equal(0.02, pipe.GetProperty("properties").GetProperty("max_flow_m3s").GetDouble(), 1e-12);
        Assert.Contains(
            facilities.RootElement.GetProperty("features").EnumerateArray(), f => f.GetProperty("properties").GetProperty("kind").GetString() == "plant");
    }

    [Fact]
    public void A_map_that_lies_nowhere_keeps_its_units_and_that_is_said()
    {
        var (_, found) = Export(Day(null), ExportFormat.GeoJson);
        using var json = Json("communities.geojson");

        Assert.Equal("WS4131", Assert.Single(found).Code);
        Assert.Equal(1500, json.RootElement.GetProperty("features")[1].GetProperty("geometry").GetProperty("coordinates")[0].GetDouble());
    }

    [Fact]
    public void A_run_without_places_has_no_geojson()
    {
        var (files, found) = Export(RunFolders.Day(_folder, "day", RunFolders.County()), ExportFormat.GeoJson);

        Assert.Equal((0, "WS4130"), (files.Length, Assert.Single(found).Code));
    }

    [Fact]
    public void Csv_is_what_the_run_wrote()
    {
        var run = Day(null);
        var (files, _) = Export(run, ExportFormat.Csv);

        foreach (var name in (string[])["indicators.csv", "communities.csv", "plants.csv", "tanks.csv"])
        {
            Assert.Contains(name, files);
            Assert.Equal(File.ReadAllText(Path.Combine(run, name)), File.ReadAllText(_folder.At("out/" + name)));
        }

        Assert.Contains(File.ReadAllLines(_folder.At("out/about.csv")), l => l.StartsWith("manifest_sha256,", StringComparison.Ordinal));
    }

    [Fact]
    public void A_workbook_keeps_text_as_text_and_numbers_as_numbers()
    {
        Export(Day(null), ExportFormat.Workbook);
        var sheet = Sheet("communities");
        var rows = sheet.Descendants().Where(e => e.Name.LocalName == "row").ToArray();
        string[] header = [.. rows[0].Elements().Select(e => e.Value)];
        var village = rows[2].Elements().ToArray();

        var name = village[Array.IndexOf(header, "name")];
        Assert.Equal(("inlineStr", Hostile.Replace('\u0001', '\uFFFD')), (name.Attribute("t")?.Value, name.Value));
        var pressure = village[Array.IndexOf(header, "min_pressure_m")];
        Assert.Equal((null, "11"), (pressure.Attribute("t")?.Value, pressure.Value));
        Assert.DoesNotContain(sheet.Descendants(), e => e.Name.LocalName == "f");
        var pane = sheet.Descendants().Single(e => e.Name.LocalName == "pane");
        Assert.Equal(("1", "frozen"), (pane.Attribute("ySplit")?.Value, pane.Attribute("state")?.Value));

        // An absent value is an empty cell.
        var source = Sheet("indicators").Descendants().Where(e => e.Name.LocalName == "row")
            .Single(r => r.Elements().First().Value == "source.county_distance");
        Assert.Equal("", source.Elements().ElementAt(3).Value);
        Assert.Empty(source.Elements().ElementAt(3).Elements());
    }

    [Fact]
    public void A_year_has_its_figures_and_communities()
    {
        var (files, _) = Export(RunFolders.Year(_folder, "year", 95, 40, 4), ExportFormat.Csv);

        Assert.Equal(["about.csv", "indicators.csv", "communities.csv"], files);
        Assert.Contains("year.shortage.person_days,Person-days without water,2000,person-days,lower", File.ReadAllLines(_folder.At("out/indicators.csv")));
        var communities = File.ReadAllLines(_folder.At("out/communities.csv"));
        Assert.Equal("id,name,name_zh,town,people,days_short_d,delivered_share_percent", communities[0]);
        Assert.EndsWith(",500,4,80", communities[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_by_the_hour_are_byte_by_byte_what_a_run_writes_as_csv()
    {
        var day = Day(null);
        var (files, found) = Export(day, ExportFormat.Series);

        Assert.Equal(["nodes.csv", "links.csv", "steps.csv"], files);
        Assert.Empty(found);
        Assert.All(files, f => Assert.Equal(File.ReadAllText(Path.Combine(day, f)), File.ReadAllText(_folder.At("out/" + f))));
    }

    [Fact]
    public void Tables_by_the_hour_that_were_stopped_leave_no_half_a_file()
    {
        var (run, _) = FinishedRun.Open(Day(null));
        Directory.CreateDirectory(_folder.At("out"));
        File.WriteAllText(_folder.At("out/nodes.csv"), "earlier");

        Assert.Throws<OperationCanceledException>(
            () => RunExport.Write(run!, ExportFormat.Series, _folder.At("out"), new CancellationToken(canceled: true)));

        Assert.Equal(["nodes.csv"], Directory.EnumerateFileSystemEntries(_folder.At("out")).Select(f => Path.GetFileName(f)));
        Assert.Equal("earlier", File.ReadAllText(_folder.At("out/nodes.csv")));
    }

    private string Day(MapOrigin? origin)
    {
        var system = RunFolders.County();
        var network = IndicatorCounty.Network with
        {
            Nodes = [.. IndicatorCounty.Network.Nodes.Select((n, i) => n with { Position = new MapPoint(1000 * i, 0) })],
        };
        return RunFolders.Day(
            _folder,
            "day",
            system with
            {
                Origin = origin,
                Communities = [system.Communities[0], system.Communities[1] with { Name = new LocalizedName(Hostile, "村") }],
            },
            network: network);
    }

    private (string[] Files, Diagnostic[] Found) Export(string folder, ExportFormat format)
    {
        var (run, _) = FinishedRun.Open(folder);
        Directory.CreateDirectory(_folder.At("out"));
        var (files, found) = RunExport.Write(run!, format, _folder.At("out"), TestContext.Current.CancellationToken);
        Assert.Equal(files.Order(StringComparer.Ordinal), Directory.EnumerateFileSystemEntries(_folder.At("out")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        return ([.. files], [.. found]);
    }

    private JsonDocument Json(string name) => JsonDocument.Parse(File.ReadAllText(_folder.At("out/" + name)));

    private XDocument Sheet(string name)
    {
        using var zip = ZipFile.OpenRead(_folder.At("out/summary.xlsx"));
        using var book = zip.GetEntry("xl/workbook.xml")!.Open();
        var names = XDocument.Load(book).Descendants().Where(e => e.Name.LocalName == "sheet").Select(e => e.Attribute("name")!.Value).ToList();
        using var sheet = zip.GetEntry($"xl/worksheets/sheet{names.IndexOf(name) + 1}.xml")!.Open();
        return XDocument.Load(sheet);
    }
}
