using System.Globalization;
using WaterSim.Planning.County;

namespace WaterSim.Plots.Lettering;

/// <summary>Every text of the figures, in English and in Chinese.</summary>
/// <param name="isChinese">Whether texts are Chinese.</param>
/// <param name="isSteady">Whether the run is a single time, which has no lowest value.</param>
internal sealed partial class Phrases(bool isChinese, bool isSteady)
{
    /// <summary>Characters that every Chinese figure needs; a font without one of them is not used.</summary>
    public const string ChineseSample = "水厂供压力需时间高位池村镇占最低城乡泵站源备用人口比例实际累计合计日均³·–≥≤×源龄余氯浓度沿程混合初始存投加限值末";

    public bool IsChinese { get; } = isChinese;

    public string TimeOfDay => In("Clock time, h:min", "时刻（时:分）");

    public string TimeSinceStart => In("Time since the start, h", "运行时间（h）");

    // Map
    public string MapTitle => isSteady ? In("Pressure", "压力") : In("Lowest pressure", "最低压力");

    public string PressureScale =>
        isSteady ? In("Pressure head, m", "压力水头（m）") : In("Lowest pressure head, m", "最低压力水头（m）");

    public string MapPoints(int count, bool villages) => villages
        ? In($"Dots: {N(count)} demand nodes of towns and villages", $"圆点：{N(count)} 个城镇与村庄用水节点")
        : In($"Dots: {N(count)} nodes", $"圆点：{N(count)} 个节点");

    public string OverRun =>
        isSteady ? In("steady state", "恒定工况") : In("lowest of all reported times", "取各报告时刻的最小值");

    public string PipeDiameter => In("Pipe diameter, mm", "管径（mm）");

    public string Under(double v) => In($"under {N(v)}", $"< {N(v)}");

    public static string Between(double a, double b) => $"{N(a)}–{N(b)}";

    public string From(double v) => In($"{N(v)} and over", $"≥ {N(v)}");

    public string Source => In("Source", "水源");

    public string StandbySource => In("Standby source", "备用水源");

    public string Plant => In("Treatment plant", "水厂");

    public string ElevatedTank => In("Elevated tank", "高位水池");

    public string Booster => In("Booster station", "加压泵站");

    public string Reservoir => In("Reservoir", "水源");

    public string Tank => In("Tank", "水池");

    public string Pump => In("Pump", "水泵");

    public string BelowService => In("Below its service head", "低于服务水头");

    public string NoWater => In("Not reached by a source", "无水源到达");

    public string North => In("N", "北");

    public string Schematic => In("schematic, not to scale", "示意图，未按比例");

    // Tank levels
    public string TankTitle => In("Tank levels", "水池水位");

    public string LevelAxis => In("Level above the tank bottom, m", "水位（池底以上，m）");

    public string ClearWell => In("Clear well", "清水池");

    public string StationTank => In("Booster station's tank", "泵站水池");

    public string OperatingRange => In("Lowest and highest operating level", "最低与最高运行水位");

    public string LargestOf(int shown, int all) =>
        In($"the {N(shown)} largest of {N(all)} tanks", $"{N(all)} 个水池中最大的 {N(shown)} 个");

    // Supply
    public string PlantTitle => In("Plant output and demand", "水厂供水量与用水量");

    public string SourceTitle => In("Supply by source and demand", "各水源供水量与用水量");

    public string FlowAxis => In("Flow, m³/h", "流量（m³/h）");

    public string TotalDemand => In("Total demand delivered", "总用水量（实际）");

    public string TankBalance => In(
        "Where demand is above the stack, tanks supply; below it, they fill", "用水量高于堆叠时水池供水，低于堆叠时水池充水");

    public static string DailyMean(double m3d) => $"{N(Math.Round(m3d))} m³/d";

    public string Others => In("Others", "其他");

    public static string Numbered(string kind, string id) => $"{kind} {id}";

    public string Inflows => In("Inflows at junctions", "节点入流");

    // Towns
    public string TownTitle => In("Demand and delivery by town", "各乡镇需水量与供水量");

    public string DailyVolumeAxis => In("Mean over the run, m³/d", "运行期平均（m³/d）");

    public string Required => In("Required", "需水量");

    public string Delivered => In("Delivered", "供水量");

    public string DeliveredShare => In("Above the bars: share delivered", "柱顶：供水满足率");

    public string Total(double required, double delivered) => In(
        $"required {N(Math.Round(required))} m³/d, delivered {N(Math.Round(delivered))} m³/d",
        $"需水 {N(Math.Round(required))} m³/d，供水 {N(Math.Round(delivered))} m³/d");

    // Pressure distribution
    public string PressureTitle => isSteady
        ? In("Pressure by share of people", "居民水压分布")
        : In("Lowest pressure by share of people", "居民最低水压分布");

    public string NodePressureTitle => isSteady
        ? In("Pressure at demand nodes", "用水节点压力分布")
        : In("Lowest pressure at demand nodes", "用水节点最低压力分布");

    public string PressureAxis => isSteady
        ? PressureScale
        : In("Lowest pressure head over the run, m", "运行期最低压力水头（m）");

    public string PeopleShare => In("People with no more than this, %", "不高于该压力的人口比例（%）");

    public string DemandShare => In("Demand with no more than this, %", "不高于该压力的需水量比例（%）");

    public string TownCentres(int people) => In($"Town centres, {N(people)} people", $"城镇，{N(people)} 人");

    public string Villages(int people) => In($"Villages, {N(people)} people", $"村庄，{N(people)} 人");

    public string ServiceHead(bool urban, double head) => urban
        ? In($"Service head, town {N(head)} m", $"服务水头，城镇 {N(head)} m")
        : In($"Service head, village {N(head)} m", $"服务水头，村庄 {N(head)} m");

    public string PeopleBelow(double people, double all) => people < 0.5
        ? In("Everyone has the service head or more at all reported times", "所有居民在各报告时刻均不低于服务水头")
        : In(
            $"{N(Math.Round(people))} of {N(Math.Round(all))} people are below their service head at some time",
            $"{N(Math.Round(all))} 人中有 {N(Math.Round(people))} 人曾低于服务水头");

    public string AllDemand => In("All demand nodes", "全部用水节点");

    public string MedianPressure(double median, double least) => In(
        $"median {Tenth(median)} m, lowest {Tenth(least)} m", $"中位数 {Tenth(median)} m，最低 {Tenth(least)} m");

    // Demand
    public string DemandTitle => In("Demand over the run", "用水量变化");

    public string DemandDayTitle => In("Demand over the day", "用水量日变化");

    public string MultipleOfMean => In("Ratio to the mean (–)", "与平均值之比（–）");

    public string Peak(double factor, string at) => In(
        $"highest {Hundredth(factor)} × the mean, at {at}", $"最大为平均值的 {Hundredth(factor)} 倍，{at}");

    public string MeanFlow(double m3h) => In($"mean {N(Math.Round(m3h))} m³/h", $"平均 {N(Math.Round(m3h))} m³/h");

    public string ClassMean(string name, double m3d) => In($"{name}: {DailyMean(m3d)}", $"{name}：{DailyMean(m3d)}");

    public string TownClass => In("Town centres", "城镇");

    public string VillageClass => In("Villages", "村庄");

    public string OtherUse => In("Other nodes", "其他节点");

    public string AllUse => In("Total", "合计");

    public string Joined(params ReadOnlySpan<string> parts)
    {
        var text = string.Join(In("; ", "；"), parts.ToArray().Where(p => p.Length > 0));
        return text.Length > 0 && !IsChinese ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }

    public string Titled(string what, string? place) =>
        place is null ? what : In($"{what}, {place}", place[^1] > 0x2E80 ? place + what : $"{place}：{what}");

    public string Name(LocalizedName name) => name.In(IsChinese ? "zh" : "en");

    private static string N(double value) =>
        value.ToString(Math.Abs(value) >= 1000 ? "#,0" : "0.###", CultureInfo.InvariantCulture);

    private static string Tenth(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Hundredth(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private string In(string english, string chinese) => IsChinese ? chinese : english;
}
