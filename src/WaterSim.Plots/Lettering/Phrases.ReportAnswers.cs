using System.Globalization;

namespace WaterSim.Plots.Lettering;

/// <summary>Sentences of the report: the answer in words made from numbers.</summary>
internal sealed partial class Phrases
{
    private const int MostNames = 4;

    // What was run
    public string ReportDayTitle(double hours) => hours switch
    {
        0 => In("Steady state", "恒定工况"),
        24 => In("A day of supply", "一日供水模拟"),
        _ => In($"{Tidy(hours)} hours of supply", $"{Tidy(hours)} 小时供水模拟"),
    };

    public string ReportRunFacts(double hours, string from, bool isPressureDriven, string on)
    {
        var length = hours == 0 ? In("steady state", "恒定工况") : In($"{Tidy(hours)} h from {from}", $"自 {from} 起 {Tidy(hours)} h");
        var demand = isPressureDriven ? In("demand falls with pressure", "需水随压力变化") : In("demand as asked for", "需水不随压力变化");
        return $"{length} · {demand} · {In($"run on {on}", $"运行日期 {on}")}";
    }

    public string ReportYearTitle(string inflow, string first, string last)
    {
        var years = first == last ? first : $"{first}–{last}";
        return inflow.Length > 0 ? In($"{years}, {inflow}", $"{years}年，{inflow}") : In(years, $"{years}年");
    }

    public string ReportScenarioYear(string scenario, string years) => In($"{scenario} ({years})", $"{scenario}（{years}）");

    public string ReportYearWithout(string links) => In($"Without {links}.", $"停用联络管 {links}。");

    public string ReportYearFacts(string from, string to, double days, double hydraulicDays, string on) => string.Join(
        " · ",
        In($"{from} to {to}, {N(days)} days", $"{from} 至 {to}，共 {N(days)} 天"),
        hydraulicDays > 0
            ? In($"pipes run on {N(hydraulicDays)} days", $"管网模拟 {N(hydraulicDays)} 天")
            : In("allocation alone, the pipes were not run", "仅水量分配，未模拟管网"),
        In($"run on {on}", $"运行日期 {on}"));

    // The answer of a run
    public string ReportAllServed(double people, double communities, string county) => In(
        $"All {N(people)} people of {county} are served: each of {N(communities)} towns and villages gets all the water asked for, at its service head or more, at all times.",
        $"{county} {N(people)} 人全部达标：{N(communities)} 个村镇在各时刻均得到所需水量，且不低于服务水头。");

    public string ReportSomeServed(double missing, double people, List<string> names) => In(
        $"{N(missing)} of {N(people)} people are not served ({Per(100 * missing / people)}): {Names(names)}.",
        $"{N(people)} 人中有 {N(missing)} 人未达标（{Per(100 * missing / people)}）：{Names(names)}。");

    public string ReportAllDelivered(double delivered) => In(
        $"All {N(Math.Round(delivered))} m³ asked for in a day are delivered.", $"日需水量 {N(Math.Round(delivered))} m³ 全部满足。");

    public string ReportMissing(double missing, double percent, (string Name, double Missing)? worst) => In(
        $"{N(Math.Round(missing))} m³/d of the water asked for are not delivered ({Per(percent)}){(worst is { } w ? $", most of it in {w.Name} ({N(Math.Round(w.Missing))} m³/d)" : "")}.",
        $"缺水 {N(Math.Round(missing))} m³/d（{Per(percent)}）{(worst is { } v ? $"，以{v.Name}最多（{N(Math.Round(v.Missing))} m³/d）" : "")}。");

    public string ReportLowest(double pressure, string place, string at, double head)
    {
        var margin = pressure - head;
        return double.IsFinite(margin)
            ? In(
                $"Pressure is lowest in {place}, {Tenth(pressure)} m at {at}: {Tenth(Math.Abs(margin))} m {(margin < 0 ? "below" : "above")} the {N(head)} m it is owed.",
                $"压力最低处为{place}，{at}为 {Tenth(pressure)} m，{(margin < 0 ? "低于" : "高于")}其服务水头 {N(head)} m 达 {Tenth(Math.Abs(margin))} m。")
            : In($"Pressure is lowest at {place}, {Tenth(pressure)} m at {at}.", $"压力最低处为 {place}，{at}为 {Tenth(pressure)} m。");
    }

    public string ReportUnreached(string place) => In($"No source reaches {place} at some time.", $"{place}在某些时刻无水源到达。");

    public string ReportNone => In("none", "无");

    public string ReportWithoutWater(double places) => In($"no water at some time in {(places == 1 ? "one place" : N(places) + " places")}", $"{N(places)}处某时段无水");

    public string ReportPlants(double output, double capacity, string hardest, double use, double peak, string at, List<string> idle) => In(
        $"The plants give {N(Math.Round(output))} m³/d, {Per(100 * output / capacity)} of what they can; {hardest} works hardest, at {Per(use)} on average and {N(Math.Round(peak))} m³/d at {at}.{(idle.Count > 0 ? $" {Names(idle)} {(idle.Count == 1 ? "gives" : "give")} nothing." : "")}",
        $"各水厂共供水 {N(Math.Round(output))} m³/d，为总能力的 {Per(100 * output / capacity)}；{hardest}负荷最高，平均 {Per(use)}，{at}最大达 {N(Math.Round(peak))} m³/d。{(idle.Count > 0 ? $"{Names(idle)}停产。" : "")}");

    public string ReportChlorine(double people, double all, double limit, double lowest, string place) => In(
        $"{N(people)} of {N(all)} people have at least {Hundredth(limit)} mg/L of free chlorine at all times; it is lowest in {place}, {Thousandth(lowest)} mg/L.",
        $"{N(all)} 人中有 {N(people)} 人全天余氯不低于 {Hundredth(limit)} mg/L；{place}最低，为 {Thousandth(lowest)} mg/L。");

    public string ReportUnsolved(double steps) => In(
        $"Not every solution converged ({N(steps)} did not): what is told of those times is not to be relied on.",
        $"有 {N(steps)} 个时步未收敛，相应时刻的结果不可采信。");

    // Its key figures
    public string ReportPeopleServed => In("People served", "达标人口");

    public string ReportPlacesServed => In("Places served", "达标村镇");

    public string ReportOfAll(double all) => In($"of {N(all)}", $"共 {N(all)}");

    public string ReportShareOfAsked(double percent) => In($"{Per(percent)} of what was asked for", $"需水量的 {Per(percent)}");

    public string ReportHalfBelow(double median) => In($"half of all places fall below {Tenth(median)} m", $"半数村镇最低压力低于 {Tenth(median)} m");

    public string ReportLowestChlorine => In("Lowest free chlorine", "最低余氯");

    public string ReportLimitOf(double limit) => In($"at least {Hundredth(limit)} is asked for", $"限值 {Hundredth(limit)}");

    public string ReportEnergyPer(double perThousand) => In($"{Tenth(perThousand)} kWh per 1000 m³ delivered", $"每千m³供水 {Tenth(perThousand)} kWh");

    public string ReportBalance => In("Water unaccounted for", "水量平衡误差");

    public string ReportOfSupplied => In("of the water supplied", "占供水量");

    // The answer of a year
    public string ReportYearFull(int communities, double needed) => In(
        $"Nobody is short: each of {N(communities)} towns and villages gets 99 % of its need or more on every day, of {N(Math.Round(needed))} m³ in all.",
        $"全年无人缺水：{N(communities)} 个村镇每日供水均不低于需水量的 99%，全年需水 {N(Math.Round(needed))} m³。");

    public string ReportYearShort(int some, int all, double personDays, double days, (string First, string Last)? span, double share) => In(
        $"{N(some)} of {N(all)} towns and villages are short of water on {N(days)} days{(span is { } s ? $" between {s.First} and {s.Last}" : "")}: {N(Math.Round(personDays))} person-days in all; {ShareOfAll(share)} of the need is delivered.",
        $"{N(all)} 个村镇中有 {N(some)} 个缺水，共 {N(days)} 天{(span is { } t ? $"（{t.First} 至 {t.Last}）" : "")}，累计 {N(Math.Round(personDays))} 人·日；全年满足需水的 {ShareOfAll(share)}。");

    public string ReportYearWorst(string place, double people, double days, double personDays, double worst, string on) => In(
        $"Worst off is {place} ({N(people)} people): short on {N(days)} days, {N(Math.Round(personDays))} person-days; on its worst day, {on}, it gets {Per(worst)} of its need.",
        $"缺水最重的是{place}（{N(people)} 人）：缺水 {N(days)} 天，{N(Math.Round(personDays))} 人·日；最差日 {on} 仅满足 {Per(worst)}。");

    public string ReportStages(List<(string Name, double Days)> stages) => In(
        $"Drought stages: {string.Join(", ", stages.Select(s => $"{s.Name} {N(s.Days)} days"))}.",
        $"旱情阶段：{string.Join("、", stages.Select(s => $"{s.Name} {N(s.Days)} 天"))}。");

    public string ReportEmptiest(string source, double percent, string on, double days, string daysOn) => In(
        $"{source} falls lowest, to {Per(percent)} of its live storage on {on}{(double.IsFinite(days) ? $"; the county has least left on {daysOn}, for {N(Math.Floor(days))} days" : "")}.",
        $"{source}蓄水最低，{on} 仅余可用蓄水的 {Per(percent)}{(double.IsFinite(days) ? $"；{daysOn} 全县剩余水量最少，可供 {N(Math.Floor(days))} 天" : "")}。");

    public string ReportYearPlant(string plant, double percent) => In(
        $"{plant} works hardest, at {Per(percent)} of its capacity over the year.", $"{plant}全年负荷最高，为能力的 {Per(percent)}。");

    public string ReportOfVolume(double volume) => In($"of {N(Math.Round(volume))} m³ needed", $"需水 {N(Math.Round(volume))} m³");

    public string ReportPerPerson(double days) => In($"{Tenth(days)} days for each person of the county", $"全县人均 {Tenth(days)} 天");

    public string ReportDaysWithShort => In("Days with somebody short", "有缺水的天数");

    public string ReportDaysLeftKey => In("Least days of supply left", "最少可供天数");

    public string ReportMillionVolume => In("million m³", "百万m³");

    public string ReportLeaked => In("Leaked", "漏损");

    public string ReportShareOfInput(double percent) => In($"{Per(percent)} of what entered the pipes", $"占入网水量 {Per(percent)}");

    public string ReportCost => In("Cost", "运行费用");

    public string ReportMillionYuan => In("million yuan", "百万元");

    public string ReportCostPer(double perVolume) => In($"{Hundredth(perVolume)} yuan per m³ delivered", $"每m³供水 {Hundredth(perVolume)} 元");

    // A few names, and how many there are besides.
    private string Names(List<string> names)
    {
        var more = names.Count - MostNames;
        var text = string.Join(In(", ", "、"), names.Take(more > 0 ? MostNames : names.Count));
        return more > 0 ? In($"{text} and {N(more)} more", $"{text}等 {N(names.Count)} 处") : text;
    }

    // Percent in words to read: never rounded to nothing or to all.
    private static string Per(double percent) => percent switch
    {
        > 0 and < 0.05 => "< 0.1 %",
        >= 99.95 and < 100 => "> 99.9 %",
        _ => percent.ToString(Math.Abs(percent) < 10 || percent is > 99 and < 100 ? "0.#" : "0", CultureInfo.InvariantCulture) + " %",
    };

    private static string Tidy(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Thousandth(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
