namespace WaterSim.Plots.Lettering;

/// <summary>Texts of the report of a comparison.</summary>
internal sealed partial class Phrases
{
    public string ReportAgainst(string[] runs) => runs.Length == 2
        ? In($"{runs[1]} against {runs[0]}", $"{runs[1]}与{runs[0]}比较")
        : In($"{N(runs.Length - 1)} runs against {runs[0]}", $"{N(runs.Length - 1)} 个方案与{runs[0]}比较");

    public string ReportComparisonFacts(int runs, string on) => In($"{N(runs)} runs · compared on {on}", $"{N(runs)} 个方案 · 比较日期 {on}");

    public string ReportVerdicts(string run, string first, int better, int worse, int same) => In(
        $"{run} against {first}: {N(worse)} indicators worse, {N(better)} better, {N(same)} the same.",
        $"{run}与{first}相比：{N(worse)} 项指标变差，{N(better)} 项变好，{N(same)} 项不变。");

    public string ReportFromTo(string name, List<(string Run, string Value)> values, string unit) => values.TrueForAll(v => v.Value == values[0].Value)
        ? In($"{name}: {values[0].Value} {unit} in {(values.Count == 2 ? "both" : "all")}.", $"{name}：均为 {values[0].Value} {unit}。")
        : In(
            $"{name}: {string.Join(", ", values.Select(v => $"{v.Value} {unit} ({v.Run})"))}.",
            $"{name}：{string.Join("，", values.Select(v => $"{v.Value} {unit}（{v.Run}）"))}。");

    public string ReportMostChanged(bool isBetter, string run, List<string> changes) => In(
        $"{(isBetter ? "Better" : "Worse")} above all with {run}: {string.Join("; ", changes)}.",
        $"{run}下{(isBetter ? "改善" : "恶化")}最多：{string.Join("；", changes)}。");

    public string ReportChangeFromTo(string name, string from, string to, string unit) =>
        In($"{LowerFirst(name)} from {from} to {to} {unit}".TrimEnd(), $"{name}由 {from} 变为 {to} {unit}".TrimEnd());

    public string ReportChangedMost(string measure, string run, List<(string Place, string Change)> most, string unit) => In(
        $"{measure} changes most with {run} in {string.Join(", ", most.Select(m => $"{m.Place} ({m.Change} {unit})"))}.",
        $"{run}下{measure}变化最大：{string.Join("、", most.Select(m => $"{m.Place}（{m.Change} {unit}）"))}。");

    public string ReportWas(string run, string value) => In($"{run}: {value}", $"{run}：{value}");

    public string ReportIn(string measure, string run) => In($"{measure}: {run}", $"{measure}：{run}");

    public string ReportDifference(string measure, string run, string first) => In($"{measure}: {run} less {first}", $"{measure}：{run}减{first}");

    public string ReportRange(double from, double to) => In($"{Signed(from, 3)} to {Signed(to, 3)}", $"{Signed(from, 3)} 至 {Signed(to, 3)}");

    public string ReportBelow(double limit) => In($"below {Signed(limit, 3)}", $"< {Signed(limit, 3)}");

    public string ReportOver(double limit) => In($"{Signed(limit, 3)} and over", $"≥ {Signed(limit, 3)}");

    public string ReportSameClass => In("the same", "不变");

    public string ReportChanged => In("What changes most", "变化最大的村镇");

    public string ReportRuns => In("Runs", "方案");

    public string ReportRun => In("Run", "方案");

    public string ReportChange => In("Change", "变化");

    public string ReportChangeOf(string run) => In($"Change, {run}", $"{run}变化");

    public string ReportBetter => In("better", "变好");

    public string ReportWorse => In("worse", "变差");

    public string ReportSame => In("same", "不变");

    public string ReportVerdictNote(string first) => In(
        $"Change and verdict against {first}. No verdict: more is neither better nor worse, or a run did not follow it.",
        $"变化与结论均相对于{first}。无结论：该指标无优劣方向，或有方案未计算。");

    public string MeasureName(string id, string name) => IsChinese
        ? id switch
        {
            "service_hours" => "达标小时数",
            "min_pressure" => "最低压力",
            "supply_hours" => "供水小时数",
            "days_short" => "缺水天数",
            "delivered_share" => "供水满足率",
            _ => name,
        }
        : name;
}
