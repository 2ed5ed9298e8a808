namespace WaterSim.Plots.Lettering;

/// <summary>Texts of the figures of water quality.</summary>
internal sealed partial class Phrases
{
    public string Junction => In("Junction", "节点");

    public string LastDay(bool hasLastDay) =>
        hasLastDay ? In("mean over the last day", "末日平均") : In("at the last reported time", "末时刻");

    public string LowestOfLastDay(bool hasLastDay) =>
        hasLastDay ? In("lowest over the last day", "末日最小值") : In("at the last reported time", "末时刻");

    // Blend
    public string BlendTitle => In("Where the water comes from", "供水水源构成");

    public string BlendBelow => In("coloured by the source of the largest share", "按占比最大的水源着色");

    public string BlendLegend => In("Source and its share of all water delivered", "水源及其占总供水量比例");

    public string FromStart => In("There at the start", "初始存水");

    public string OtherSources => In("Other sources", "其他水源");

    public string MixedPipe => In("Mixed: the two largest", "混合水（最大两源）");

    public string MixedNode => In("Mixed: ring of the second", "混合水（外环为第二水源）");

    public string Pies => In("Shares of a community", "村镇各水源比例");

    // Age
    public string AgeTitle => In("Age of the water", "水龄");

    public string AgeScale => In("Mean age, h", "平均水龄（h）");

    public string Oldest => In("Oldest", "水龄最大处");

    public string AgeOf(string place, double hours, bool isMore) => isMore
        ? In($"{place}, over {Fit(hours)} h", $"{place}，超过 {Fit(hours)} h")
        : In($"{place}, {Fit(hours)} h", $"{place}，{Fit(hours)} h");

    public string StartIsLeft(int nodes) => nodes == 0
        ? string.Empty
        : In(
            $"{N(nodes)} hold water of the start only, older than shown",
            $"其中 {N(nodes)} 个仍为初始存水，实际水龄更长");

    // Residual
    public string Concentration(string? name, bool isChlorine) =>
        isChlorine ? In("free chlorine", "余氯") : name ?? In("concentration", "浓度");

    public string ConcentrationTitle(string what) => In($"Lowest {what}", $"最低{what}");

    public string ConcentrationScale(string what, string unit) => In($"Lowest {what}, {unit}", $"最低{what}（{unit}）");

    public string ConcentrationAxis(string what, string unit) =>
        In($"{char.ToUpperInvariant(what[0])}{what[1..]}, {unit}", $"{what}（{unit}）");

    public string LowestHere => In("Lowest", "最低处");

    public string NodesBelow(int nodes, string limit) => nodes == 0
        ? In($"none below {limit}", $"均不低于 {limit}")
        : In($"{N(nodes)} below {limit}", $"{N(nodes)} 个低于 {limit}");

    public string PathTitle(string what, string place) => In(
        $"{char.ToUpperInvariant(what[0])}{what[1..]} on the way to {place}", $"至{place}沿程{what}");

    public string PathBelow =>
        In("The way the water takes at the end of the run, to where it is lowest", "运行结束时的水流路径，至最低处");

    public string Distance => In("Distance along the pipes, km", "沿管道距离（km）");

    public string MeanOfDay => In("Mean of the last day", "末日平均");

    public string RangeOfDay => In("Lowest to highest of the last day", "末日最小至最大");

    public string AtLastTime => In("At the last reported time", "末时刻");

    public string Limit(string value) => In($"Least allowed, {value}", $"限值 {value}");

    public string Dosed => In("Dosed here", "投加点");

    public string TimeTitle(string what, bool hasCommunities) => hasCommunities
        ? In($"{char.ToUpperInvariant(what[0])}{what[1..]} where it is lowest", $"{what}最低的村镇")
        : In($"{char.ToUpperInvariant(what[0])}{what[1..]} where it is lowest", $"{what}最低的节点");

    public string WorstCommunities(int count, int all) =>
        In($"the {N(count)} lowest of {N(all)} communities, each at its worst node", $"{N(all)} 个村镇中最低的 {N(count)} 个，各取其最低节点");

    public string WorstJunctions(int count, int all) =>
        In($"the {N(count)} lowest of {N(all)} junctions that draw water", $"{N(all)} 个用水节点中最低的 {N(count)} 个");

    /// <summary>A number with as many decimals as its size asks for.</summary>
    public static string Fit(double value) =>
        N(Math.Round(value, value >= 100 ? 0 : value >= 10 ? 1 : value >= 0.1 ? 2 : 3));
}
