using WaterSim.Planning.Results;

namespace WaterSim.Planning.Tests.Results;

public sealed class YearFolderTests : IDisposable
{
    // 20 December to 9 February: two months cut off and a whole one between.
    private const int Days = 52;

    private readonly TemporaryFolder _place = new();

    private string Target => _place.At("year");

    private string Unfinished => _place.At("year.unfinished");

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task What_is_read_back_from_csv_and_parquet_is_what_the_days_held()
    {
        var tables = await ReadAll(Finish(Add(Begin(), Days)));

        var days = tables["days"];
        Assert.Equal(3, days.Groups);
        Assert.Equal(Days, days["date"].Length);
        Assert.Equal("2025-12-23", days["date"].GetValue(3));
        Assert.Equal("orange", days["stage"].GetValue(3));
        Assert.Equal("normal", days["stage"].GetValue(4));
        Assert.Equal(double.NaN, days["days_left_d"].GetValue(5));
        Assert.Equal(84.5, days["days_left_d"].GetValue(6));
        Assert.Equal(1.0 / 3, days["leaked_m3"].GetValue(51));
        Assert.Equal(30 + (20 / 52.0), days["delivered_m3"].GetValue(51));
        Assert.Equal(0L, days["agrees"].GetValue(11));
        Assert.Equal(2.0, days["energy_kwh"].GetValue(0));
        Assert.Equal(0.551, days["lowest_live_share"].GetValue(51));

        var communities = tables["communities"];
        Assert.Equal(2 * Days, communities["community"].Length);
        Assert.Equal("Z-V", communities["community"].GetValue(7));
        Assert.Equal("2025-12-23", communities["date"].GetValue(7));
        Assert.Equal(15.0, communities["deficit_m3"].GetValue(7));
        Assert.Equal(double.NaN, communities["lowest_pressure_m"].GetValue(7));
        Assert.Equal(9 + (50 / 7.0), communities["lowest_pressure_m"].GetValue(101));

        Assert.Equal(1033.125 + 102, tables["sources"]["storage_m3"].GetValue(51));
        Assert.Equal(48.0, tables["plants"]["allocated_m3"].GetValue(0));
        Assert.Equal(-4.5, tables["interconnections"]["passed_m3"].GetValue(1));
        Assert.Equal(5, tables["decisions"]["text"].Length);
        Assert.Equal("Opened \"all\", links\nfrom 39 %.", tables["decisions"]["text"].GetValue(0));
        Assert.Equal("plant", tables["limits"]["kind"].GetValue(0));
    }

    [Fact]
    public void Csv_holds_the_same_rows_and_disarms_hostile_ids()
    {
        var folder = Finish(Add(Begin(2), 2));

        Assert.Equal(
            "date,interconnection,allocated_m3,passed_m3\n"
            + "2025-12-20,\"X\"\"1,\n2\",5,4.75\n2025-12-20,'=1+1,-5,-4.5\n"
            + "2025-12-21,\"X\"\"1,\n2\",5,4.75\n2025-12-21,'=1+1,-5,-4.5\n",
            File.ReadAllText(Path.Combine(folder, "interconnections.csv")));
        Assert.Equal("date,rule,element,text\n", File.ReadAllText(Path.Combine(folder, "decisions.csv")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(30)]
    [InlineData(43)]
    [InlineData(51)]
    [InlineData(5, 6, 12, 20)]
    public void A_run_that_was_stopped_and_gone_on_with_ends_with_the_same_bytes(params int[] stops)
    {
        var whole = Contents(Finish(Add(Begin(), Days)));
        var at = 0;
        foreach (var stop in stops)
        {
            using var part = at == 0 ? Begin() : Resume();
            Assert.Equal(at, part.DaysKept);
            Add(part, stop, at);
            part.Keep(() => HandMadeYear.Saved(stop));
            at = stop;
        }

        using var last = Resume();
        Assert.Equal(HandMadeYear.Saved(at), last.State.ToArray());
        Assert.Equal(HandMadeYear.From.AddDays(at - 1), last.LastDayKept);

        Assert.Equal(whole, Contents(Finish(Add(last, Days, at))));
    }

    [Fact]
    public void A_run_that_was_killed_goes_on_from_the_last_month_it_wrote()
    {
        var whole = Contents(Finish(Add(Begin(), Days)));

        // Nothing is told of the days after 31 January: the process is gone before it could.
        using (Add(Begin(), 46))
        {
            Assert.False(File.Exists(Path.Combine(Unfinished, "months", "2026-02", "days.parquet")));
        }

        using var last = Resume();
        Assert.Equal(43, last.DaysKept);
        Assert.Equal(whole, Contents(Finish(Add(last, Days, 43))));
    }

    [Fact]
    public void What_a_killed_run_wrote_beyond_its_state_is_written_again()
    {
        var whole = Contents(Finish(Add(Begin(), Days)));
        using (var part = Add(Begin(), 20))
        {
            part.Keep(() => HandMadeYear.Saved(20));
            var state = File.ReadAllBytes(Path.Combine(Unfinished, "state.json"));
            Add(part, 50, 20);
            part.Keep(() => HandMadeYear.Saved(50));
            File.WriteAllBytes(Path.Combine(Unfinished, "state.json"), state);
        }

        using var last = Resume();
        Assert.Equal(20, last.DaysKept);
        Assert.Equal(whole, Contents(Finish(Add(last, Days, 20))));
    }

    [Fact]
    public async Task Finished_days_of_a_stopped_run_can_be_read()
    {
        using (var part = Add(Begin(), 46))
        {
            part.Keep(() => HandMadeYear.Saved(46));
        }

        Assert.Equal(47, File.ReadAllLines(Path.Combine(Unfinished, "days.csv")).Length);
        var begun = await YearTable.Read(Path.Combine(Unfinished, "months", "2026-02", "communities.parquet"));
        Assert.Equal(3 * 2, begun["date"].Length);
        Assert.Contains("\"last_day_kept\": \"2026-02-03\"", File.ReadAllText(Path.Combine(Unfinished, "state.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_begun_month_is_held_and_no_more()
    {
        using var folder = Begin();
        foreach (var day in HandMadeYear.Days(Days))
        {
            folder.Add(day, () => HandMadeYear.Saved(folder.DaysKept));
            Assert.InRange(day.Date.DayNumber - (folder.LastDayKept ?? HandMadeYear.From.AddDays(-1)).DayNumber, 0, 31);
        }

        Assert.True(folder.IsComplete);
    }

    [Fact]
    public void Another_inflow_seed_span_version_or_file_is_refused_with_the_difference()
    {
        Stopped();
        var was = HandMadeYear.Identity(Days);

        Refused("WS4104", "--inflow 'dry95'", was with { Options = HandMadeYear.Identity(Days, "wet").Options });
        Refused("WS4104", "--design-year ''", was with { Options = [.. was.Options[..2], new("--design-year", "2035")] });
        Refused("WS4104", "--without '', and asked for is 'X12'", was with { Options = was.Options.Add(new("--without", "X12")) });
        Refused("WS4104", "2025-12-20 to 2026-02-09", was with { Days = Days + 1 });
        Refused("WS4104", "version 1.0.0", was with { ToolVersion = "1.0.1" });
        Refused("WS4104", "system.yaml' is no longer", was with { Inputs = HandMadeYear.Identity(Days, hash: "bb").Inputs });
    }

    [Fact]
    public void The_same_files_elsewhere_are_the_same()
    {
        Stopped();
        var moved = HandMadeYear.Identity(Days) with { Inputs = [new HashedFile("/elsewhere/system.yaml", 10, "aa")] };

        using var folder = YearFolder.Resume(Target, HandMadeYear.System, moved);

        Assert.Equal(20, folder.DaysKept);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("not json")]
    [InlineData("{\"schema\": \"watersim-unfinished-year/1\"}")]
    [InlineData("{\"schema\": \"watersim-unfinished-year/1\", \"version\": 3}")]
    public void A_state_that_is_none_is_refused(string text)
    {
        Stopped();
        File.WriteAllText(Path.Combine(Unfinished, "state.json"), text);

        Refused("WS4105", "state.json is damaged", HandMadeYear.Identity(Days));
    }

    [Theory]
    [InlineData("\"days_kept\": 20", "\"days_kept\": 21")]
    [InlineData("\"--seed\": \"1\"", "\"--seed\": \"2\"")]
    [InlineData("\"run\": \"FA", "\"run\": \"GA")]
    [InlineData("\"days\": 52", "\"days\": -1")]
    public void A_state_that_was_written_into_is_refused(string piece, string replacement)
    {
        Stopped();
        var path = Path.Combine(Unfinished, "state.json");
        var text = File.ReadAllText(path);
        Assert.Contains(piece, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(piece, replacement, StringComparison.Ordinal));

        Refused("WS4105", "damaged", HandMadeYear.Identity(Days));
    }

    [Fact]
    public void Tables_that_are_missing_or_cut_off_are_refused_by_name()
    {
        Stopped();
        Broken("plants.csv", File.Delete, "plants.csv' is missing or cut off");
        Broken("days.csv", p => File.WriteAllText(p, "x"), "days.csv' is missing or cut off");
        Broken("months/2025-12", _ => Directory.Move(Month("2025-12"), Month("gone")), "days.parquet' is missing");
        Directory.Move(Month("gone"), Month("2025-12"));
        Broken("months/2026-01/sources.parquet", p => File.WriteAllText(p, "PAR1 and noise PAR1"), "sources.parquet' is damaged");

        void Broken(string name, Action<string> how, string told)
        {
            var path = Path.Combine(Unfinished, name);
            var was = File.Exists(path) ? File.ReadAllBytes(path) : null;
            how(path);
            Refused("WS4105", told, HandMadeYear.Identity(Days));
            if (was is not null)
            {
                File.WriteAllBytes(path, was);
            }
        }

        string Month(string name) => Path.Combine(Unfinished, "months", name);
    }

    [Fact]
    public void A_damaged_month_is_named_when_the_run_is_finished()
    {
        using var folder = Add(Begin(), Days);
        File.WriteAllText(Path.Combine(Unfinished, "months", "2025-12", "plants.parquet"), "noise");
        Directory.CreateDirectory(_place.At("whole"));

        var e = Assert.Throws<RunFolderException>(() => folder.WriteTables(_place.At("whole")));

        Assert.Contains("plants.parquet", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unfinished_run_is_not_begun_over()
    {
        Stopped();

        var e = Assert.Throws<RunFolderException>(() => Begin());

        Assert.Equal("WS4103", e.Diagnostic.Code);
        Assert.Contains("20 of 52 days, to 2026-01-08", e.Message, StringComparison.Ordinal);
        Assert.Contains("--resume", e.Diagnostic.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_kept_no_day_is_begun_over()
    {
        Add(Begin(), 5).Dispose();

        using var folder = Begin();

        Assert.Equal(0, folder.DaysKept);
    }

    [Fact]
    public void A_folder_of_something_else_is_left_alone()
    {
        Directory.CreateDirectory(Unfinished);
        File.WriteAllText(Path.Combine(Unfinished, "notes.txt"), "mine");

        Assert.Equal("WS4103", Assert.Throws<RunFolderException>(() => Begin()).Diagnostic.Code);
        Assert.Equal(["notes.txt"], Names(Unfinished));
    }

    [Fact]
    public void Two_runs_at_once_do_not_write_one_folder()
    {
        using var first = Begin();

        Assert.Equal("WS4103", Assert.Throws<RunFolderException>(() => Begin()).Diagnostic.Code);
        Assert.Contains("another run", Assert.Throws<RunFolderException>(() => Resume()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_nothing_to_go_on_with_where_nothing_was_stopped()
    {
        var e = Assert.Throws<RunFolderException>(() => Resume());

        Assert.Equal("WS4104", e.Diagnostic.Code);
        Assert.Empty(Names(_place.Path));
    }

    [Fact]
    public void A_place_that_could_not_be_replaced_is_refused_before_anything_is_run()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "notes.txt"), "mine");

        Assert.Equal("WS4101", Assert.Throws<RunFolderException>(() => Begin()).Diagnostic.Code);
        Assert.Equal(["year"], Names(_place.Path));
    }

    [Fact]
    public void Removing_leaves_a_file_of_the_users_own()
    {
        using var folder = Add(Begin(), Days);
        File.WriteAllText(Path.Combine(Unfinished, "notes.txt"), "mine");

        folder.Remove();

        Assert.Equal(Unfinished, folder.LeftBehind);
        Assert.Equal(["notes.txt"], Names(Unfinished));
    }

    [Fact]
    public void Days_out_of_order_are_the_callers_mistake()
    {
        using var folder = Add(Begin(), 3);

        Assert.Throws<ArgumentException>(() => folder.Add(HandMadeYear.Day(4), () => []));
        Assert.Throws<InvalidOperationException>(() => folder.WriteTables(_place.Path));
    }

    private YearFolder Begin(int days = Days) => YearFolder.Begin(Target, HandMadeYear.System, HandMadeYear.Identity(days));

    private YearFolder Resume() => YearFolder.Resume(Target, HandMadeYear.System, HandMadeYear.Identity(Days));

    private static YearFolder Add(YearFolder folder, int to, int from = 0)
    {
        var done = from;
        foreach (var day in HandMadeYear.Days(to, from))
        {
            done++;
            folder.Add(day, () => HandMadeYear.Saved(done));
        }

        return folder;
    }

    private void Stopped()
    {
        using var folder = Add(Begin(), 20);
        folder.Keep(() => HandMadeYear.Saved(20));
    }

    // The finished tables, and nothing left of the unfinished ones.
    private string Finish(YearFolder folder)
    {
        var whole = Directory.CreateDirectory(_place.At("whole-" + Guid.NewGuid().ToString("N"))).FullName;
        using (folder)
        {
            folder.WriteTables(whole);
            folder.Remove();
            Assert.Null(folder.LeftBehind);
        }

        Assert.False(Directory.Exists(Unfinished));
        return whole;
    }

    private void Refused(string code, string told, YearIdentity identity)
    {
        var before = Contents(Unfinished);

        var e = Assert.Throws<RunFolderException>(() => YearFolder.Resume(Target, HandMadeYear.System, identity));

        Assert.Equal(code, e.Diagnostic.Code);
        Assert.Contains(told, e.Message, StringComparison.Ordinal);
        Assert.NotNull(e.Diagnostic.Remedy);
        Assert.Equal(before, Contents(Unfinished));
    }

    private static async Task<Dictionary<string, YearTable>> ReadAll(string folder)
    {
        var tables = new Dictionary<string, YearTable>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, "*.parquet"))
        {
            tables.Add(Path.GetFileNameWithoutExtension(file), await YearTable.Read(file));
        }

        Assert.Equal(7, tables.Count);
        return tables;
    }

    private static Dictionary<string, string> Contents(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToHexString(File.ReadAllBytes(f)), StringComparer.Ordinal);

    private static IEnumerable<string?> Names(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
