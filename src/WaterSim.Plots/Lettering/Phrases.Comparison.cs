namespace WaterSim.Plots.Lettering;

/// <summary>Texts of figures that set runs side by side.</summary>
internal sealed partial class Phrases
{
    /// <summary>Characters that the figures of a comparison need besides.</summary>
    public const string ComparisonSample =
        "−万上不与个中于以内分利刻化北取变各图坏大天头好少居差布年庄库底异径意按据数方无月期未标案民满点率的相示管缺至节蓄行该足达运量（），：；";

    // Distribution
    public string LowestPressures => In("Lowest pressure by share of people", "居民最低水压分布");

    public string EachAtItsWorst => In("each community at its worst node and time", "各村镇取最不利节点与时刻");

    // Lines
    public string Differing(int shown, int all) => In(
        $"the {N(shown)} of {N(all)} that differ most", $"{N(all)} 个中差异最大的 {N(shown)} 个");

    public string DeficitTitle => In("Water that was lacking", "缺水量");

    public string DeficitAxis => In("Needed and not given, m³/d", "缺水量（m³/d）");

    public string DeficitTotals(IEnumerable<(string Run, double Millions)> totals) => IsChinese
        ? "合计（万m³）：" + string.Join("，", totals.Select(t => $"{t.Run} {N(Math.Round(100 * t.Millions, 0))}"))
        : "in all, million m³: " + string.Join(", ", totals.Select(t => $"{t.Run} {N(Math.Round(t.Millions, 2))}"));

    public string NothingLacking => In("nothing was lacking in any run", "各方案均不缺水");

    // Map
    public string ChangeTitle(string measure) => measure switch
    {
        "min_pressure" => In("Change of lowest pressure", "最低水压变化"),
        "service_hours" => In("Change of hours at service head", "达标供水时间变化"),
        "supply_hours" => In("Change of hours of supply", "供水时间变化"),
        "days_short" => In("Change of days short", "缺水天数变化"),
        _ => In("Change of share delivered", "供水满足率变化"),
    };

    public string ChangeScale(string measure) => measure switch
    {
        "min_pressure" => In("Lowest pressure, m", "最低水压（m）"),
        "service_hours" => In("At service head, h/d", "达标供水时间（h/d）"),
        "supply_hours" => In("Hours of supply, h/d", "供水时间（h/d）"),
        "days_short" => In("Days short, d", "缺水天数（d）"),
        _ => In("Share delivered, %", "供水满足率（%）"),
    };

    public string Against(string run, string first) => In($"{run} against {first}", $"{run}，与{first}相比");

    public string BetterAndWorse(long better, long worse) => better == 0 && worse == 0
        ? In("no community changes", "各村镇均无变化")
        : In($"better for {N(better)} people, worse for {N(worse)}", $"{N(better)} 人变好，{N(worse)} 人变坏");

    public string NoChange => In("No change", "无变化");

    public string NotInBoth => In("Not in both", "缺少数据");

    public static string MoreThan(double change) => change < 0 ? $"< −{N(-change)}" : $"> +{N(change)}";

    public string Signed(double from, double to) => from < 0
        ? In($"−{N(-from)} to −{N(-to)}", $"−{N(-from)} 至 −{N(-to)}")
        : In($"+{N(from)} to +{N(to)}", $"+{N(from)} 至 +{N(to)}");

    public static string SignedValue(double change) => change < 0 ? $"−{Fit(-change)}" : $"+{Fit(change)}";

    public string Up(double to) => to < 0 ? In($"to −{N(-to)}", $"−{N(-to)} 以内") : In($"to +{N(to)}", $"+{N(to)} 以内");
}
