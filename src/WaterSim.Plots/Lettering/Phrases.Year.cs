using System.Globalization;

namespace WaterSim.Plots.Lettering;

/// <summary>Texts of the figures of a year.</summary>
internal sealed partial class Phrases
{
    /// <summary>Characters that the figures of a year need besides.</summary>
    public const string YearSample =
        "³·÷…→−、一万上下不与个中为乡于亦人仅以位低余作供停入全共内减分剩力加化区即厂县反发取变可右各同向含启在均增备天头好容少左差常平年库弃当情损数"
        + "方无日旱时更曾最月期未村来正此死段每水河泄泉渗溉源满漏灌点率用由的管箭累线终络缺者联能至蒸蓄行衡计该调起足输近进道部重量镇间阶降限雨需面（），：；";

    private static readonly string[] MonthNames =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    // Dates
    public string Month(int month) => In(MonthNames[month - 1], $"{month}月");

    public string Year(int year) => In(Plain(year), $"{Plain(year)}年");

    public string MonthOfYear(DateOnly day) => In($"{Month(day.Month)} {Plain(day.Year)}", $"{Plain(day.Year)}年{day.Month}月");

    public string DayOfMonth(DateOnly day) => In($"{day.Day} {Month(day.Month)}", $"{day.Month}月{day.Day}日");

    public string Span(string from, string to) => $"{from}–{to}";

    public string PerPoint(int days) => days == 1 ? string.Empty : In($"each point is {N(days)} days", $"每点为 {N(days)} 天");

    public string InflowYear(string place, string inflow) => In($"{place} ({inflow})", $"{place}（{inflow}）");

    // Drought stages
    public string StagesBelow => In("Drought stages:", "旱情阶段：");

    public static string StageNamed(int number, string name) => $"{number} {name}";

    public string NoStage => In("no drought stage was reached", "未进入旱情阶段");

    // Storage
    public string StorageTitle => In("Storage of the reservoirs", "水库蓄水量");

    public string StorageAxis => In("Stored, million m³", "蓄水量（万m³）");

    public double StorageScale => IsChinese ? 1e4 : 1e6;

    public string CountyLive => In("All in use, live storage", "在用水库可用蓄水");

    public string Standby(string name) => In($"{name} (standby)", $"{name}（备用）");

    public string LowestStorage(string name, double share, string day) => In(
        $"lowest: {name}, {Share(share)} of live storage on {day}", $"最低：{name}，{day}可用蓄水仅 {Share(share)}");

    public string Stored => In("Stored", "蓄水量");

    public string FullMark => In("full", "满");

    public string FloorMark => In("floor", "限供");

    public string DeadMark => In("dead", "死水位");

    public string FullLine => In("full: normal level, spills above", "满：正常蓄水位，以上弃水");

    public string FloorArea => In("floor: nothing drawn below", "限供：以下不取水");

    public string DeadArea => In("dead storage", "死库容");

    public string StageLine => In("1, 2, …: that drought stage begins below", "1、2…：低于此线进入该旱情阶段");

    // Supply
    public string YearSupplyTitle => In("Supply by plant, and what was needed", "各水厂供水量与需水量");

    public string DailyFlowAxis => In("Supply, m³/d", "供水量（m³/d）");

    public string NeedLine => In("Needed, with leakage", "需水量（含漏损）");

    public string ShortArea => In("Not met", "缺水");

    public string Supplied(double needed, double delivered, double share) => In(
        $"needed {N(Math.Round(needed))} m³/d, delivered {N(Math.Round(delivered))} m³/d ({ShareOfAll(share)})",
        $"需水 {N(Math.Round(needed))} m³/d，供水 {N(Math.Round(delivered))} m³/d（{ShareOfAll(share)}）");

    public string NameAndShare(string name, double share) => In($"{name}, {Share(share)}", $"{name} {Share(share)}");

    public string WorstDay(string day, double share) =>
        In($"{Share(share)} not met on {day}", $"{day}缺水 {Share(share)}");

    // Shortage
    public string ShortageTitle => In("Who was short of water, and when", "缺水村镇与日期");

    public string ShortageRows(int communities) => In(
        $"A row for each of {N(communities)} communities, the worst off of a town at its top", $"每行一个村镇，共 {N(communities)} 个；各乡镇内缺水最重者在上");

    public string ShortageKey => In("Of the day's need not met, %", "当日缺水率（%）");

    public string ShortRange(int from, int to) => $"{N(from)}–{N(to)}";

    public string ServedKey => In("under 1", "< 1");

    public string NobodyShort(int communities) => In(
        $"Each of {N(communities)} communities got 99 % of its need or more on every day",
        $"{N(communities)} 个村镇每日供水均不低于需水量的 99%");

    public string Nobody => In("Nobody was short on any day", "全部日期均无人缺水");

    public string ShortCommunities(int some, int all, double personDays) => In(
        $"{N(some)} of {N(all)} communities were short on some day; {N(Math.Round(personDays))} person-days without water in all",
        $"{N(all)} 个村镇中 {N(some)} 个曾缺水；累计缺水 {N(Math.Round(personDays))} 人·日");

    public string NotMetOfYear => In("not met", "缺水率");

    // Transfers
    public string TransferTitle => In("Transfers between the plants' zones", "供水分区间联络管调水");

    public string TransferAxis => In("Passed, m³/d", "调水量（m³/d）");

    public string Capacity => In("Capacity", "输水能力");

    public string Forwards => In("As the arrow points", "箭头方向");

    public string Backwards => In("Against it", "反向");

    public string LinkWay(bool isBack) => isBack
        ? In("from its link's end to its start", "由管段终点至起点") : In("from its link's start to its end", "由管段起点至终点");

    public string Towards(string from, string to) => $"{from} → {to}";

    public string TransferMean(double forward, double back) => (forward, back) switch
    {
        (0, 0) => In("not used", "未启用"),
        (_, 0) => In($"mean {N(Math.Round(forward))} m³/d", $"平均 {N(Math.Round(forward))} m³/d"),
        _ => In(
            $"mean {N(Math.Round(forward))} m³/d, {N(Math.Round(back))} back",
            $"平均 {N(Math.Round(forward))}，反向 {N(Math.Round(back))} m³/d"),
    };

    public string DroughtOnly => In("used in drought only", "仅旱时启用");

    // Days left
    public string DaysLeftTitle => In("Days of supply left", "可供水天数");

    public string DaysLeftAxis => In("Days left, county", "全县可供天数（天）");

    public string LeastLeft(double days, string day) =>
        In($"least {N(Math.Floor(days))} days on {day}", $"最少 {N(Math.Floor(days))} 天（{day}）");

    public string SpringsDo => In("springs alone would do on every day", "全年泉水即可满足");

    public string DaysLeftOfSources =>
        In("Each reservoir: live storage over its mean draw of 7 days", "各水库：可用蓄水量÷近7日平均取水量");

    public string Least => In("least", "最少");

    public string DaysKey => In("Days left", "可供天数");

    public string NotDrawn => In("not drawn on", "未取水");

    public string OverYear => In("over 365", "> 365");

    public string MoreThanShown(double days) => In($"over {N(days)} d", $"> {N(days)} 天");

    public string StageAtDays(int number, double days) =>
        In($"stage {number} also begins at {N(days)} days", $"剩余 {N(days)} 天时亦进入阶段 {number}");

    public string DaysUnit(double days) => In($"{N(Math.Floor(days))} d", $"{N(Math.Floor(days))} 天");

    // Months
    public string MonthTitle => In("Water of the sources by month", "各月水源水量平衡");

    public string MonthAxis => In("Million m³ a month", "月水量（万m³）");

    public string InflowOf => In("Inflow", "来水");

    public string RainOf => In("Rain on the water", "库面降雨");

    public string DrawOf => In("Drawn for supply", "供水取水");

    public string ReleaseOf => In("Left to streams and fields", "下泄（河道与灌溉）");

    public string LossOf => In("Evaporation, seepage", "蒸发渗漏");

    public string SpillOf => In("Spilled", "弃水");

    public string StorageChangeOf => In("Change of storage", "蓄水变化");

    public string MonthBelow(string gained, string stored) => In(
        $"inflow and rain {gained} million m³; storage changed by {stored} million m³",
        $"来水与降雨 {gained} 万m³，蓄水变化 {stored} 万m³");

    // Without
    public string WithoutTitle => In("What each interconnection buys", "各联络管的作用");

    public string WithoutBelow => In(
        "The same year without it: right is worse without, left is better without", "同年停用该联络管：向右为更差，向左为更好");

    public string MorePersonDays => In("More person-days short", "缺水增加（人·日）");

    public string LessDelivered => In("Less delivered, m³", "供水减少（m³）");

    public string PersonDaysWith(double personDays) => In(
        $"with all: {N(Math.Round(personDays))} person-days short", $"全部启用时缺水 {N(Math.Round(personDays))} 人·日");

    public static string Signed(double value, int decimals = 0)
    {
        var rounded = Math.Round(value, Math.Abs(value) >= 100 ? 0 : decimals);
        return rounded == 0 ? "0" : (rounded > 0 ? "+" : "−") + N(Math.Abs(rounded));
    }

    public static string Amount(double value) => Math.Abs(value) >= 100 ? N(Math.Round(value)) : Tenth(value);

    /// <summary>A share as whole percent; what is not nothing is never shown as 0.</summary>
    public static string Share(double share) => share is > 0 and < 0.005 ? "< 1 %" : $"{N(Math.Round(100 * share))} %";

    /// <summary>A share that is never rounded up to all.</summary>
    private static string ShareOfAll(double share) =>
        share >= 0.99995 ? "100 %" : $"{Math.Min(Math.Round(100 * share, 1), 99.9).ToString("0.#", CultureInfo.InvariantCulture)} %";

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
