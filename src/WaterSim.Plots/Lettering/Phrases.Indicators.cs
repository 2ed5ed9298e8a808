using System.Collections.Frozen;

namespace WaterSim.Plots.Lettering;

/// <summary>Texts of indicators, standards and single failures.</summary>
internal sealed partial class Phrases
{
    // The English names stand in the run folder, under the same ids.
    private static readonly FrozenDictionary<string, string> IndicatorsInChinese = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["service.people"] = "全县人口",
        ["service.people_at_service_head"] = "达到服务水头的人口",
        ["service.share_at_service_head"] = "达到服务水头的人口比例",
        ["service.hours_of_supply"] = "供水小时数",
        ["service.continuity"] = "不低于服务水头的时间",
        ["service.coverage"] = "供水覆盖人口",
        ["service.villages_reached"] = "供水到达的村庄",
        ["service.urban_penetration"] = "城镇自来水普及率",
        ["service.rural_penetration"] = "农村自来水普及率",
        ["service.urban_per_head"] = "城镇人均生活用水",
        ["service.rural_per_head"] = "农村人均生活用水",
        ["source.county_distance"] = "城乡水源构成差异",
        ["source.within_towns_distance"] = "镇区与所属村庄的水源差异",
        ["source.farthest_distance"] = "差异最大乡镇的水源差异",
        ["quality.urban_age"] = "城镇平均水龄",
        ["quality.rural_age"] = "农村平均水龄",
        ["quality.age_ratio"] = "水龄之比（农村/城镇）",
        ["quality.urban_chlorine"] = "城镇最低余氯",
        ["quality.rural_chlorine"] = "农村最低余氯",
        ["quality.chlorine_ratio"] = "最低余氯之比（农村/城镇）",
        ["quality.urban_people_below"] = "余氯不足的城镇人口",
        ["quality.rural_people_below"] = "余氯不足的农村人口",
        ["price.urban_tariff"] = "城镇水价",
        ["price.rural_tariff"] = "农村水价",
        ["price.urban_paid"] = "城镇平均实付水价",
        ["price.rural_paid"] = "农村平均实付水价",
        ["price.urban_unit_cost"] = "城镇供水成本",
        ["price.rural_unit_cost"] = "农村供水成本",
        ["price.cross_subsidy"] = "村镇间交叉补贴",
        ["price.fiscal_backstop"] = "所需财政兜底",
        ["price.people_subsidised"] = "成本高于水费的人口",
        ["equality.pressure_ratio"] = "压力与服务水头之比（农村/城镇）",
        ["equality.continuity_ratio"] = "供水连续性之比（农村/城镇）",
        ["equality.per_head_ratio"] = "人均生活用水之比（农村/城镇）",
        ["equality.pressure_gini"] = "压力基尼系数",
        ["equality.continuity_gini"] = "供水连续性基尼系数",
        ["equality.per_head_gini"] = "人均生活用水基尼系数",
        ["equality.worst_decile_pressure"] = "最不利10%人口的压力与服务水头之比",
        ["equality.worst_decile_continuity"] = "最不利10%人口的供水连续性",
        ["resilience.todini"] = "Todini 韧性指数",
        ["resilience.least_todini"] = "Todini 韧性指数最小值",
        ["resilience.modified_todini"] = "修正韧性指数",
        ["resilience.flow_entropy"] = "最大用水时的流量熵",
        ["resilience.full_storage"] = "水池满时可供水时间",
        ["resilience.least_storage"] = "水池最低时可供水时间",
        ["failures.people_on_one_way"] = "仅有单一供水路径的人口",
        ["failures.worst_link"] = "最不利管段失效断水人口",
        ["failures.worst_booster"] = "最不利泵站失效断水人口",
        ["failures.worst_plant"] = "最不利水厂失效断水人口",
        ["failures.worst_source"] = "最不利水源失效断水人口",
        ["failures.capacity_reserve"] = "最大水厂停产后的能力与用水之比",
        ["losses.system_input"] = "入网水量",
        ["losses.billed"] = "计费水量",
        ["losses.apparent"] = "表观漏损",
        ["losses.real"] = "真实漏损",
        ["losses.loss_rate"] = "综合漏损率",
        ["losses.non_revenue"] = "产销差率",
        ["losses.night_flow"] = "最小夜间流量",
        ["losses.night_leakage"] = "夜间流量中的漏损",
        ["losses.per_km"] = "单位管长真实漏损",
        ["energy.per_volume"] = "单位供水电耗",
        ["energy.specific"] = "单位做功电耗",
        ["energy.efficiency"] = "水泵机组效率",
        ["energy.mean_price"] = "平均电价",
        ["energy.cheapest_share"] = "最低电价时段用电比例",
        ["finance.investment"] = "投资",
        ["finance.capital"] = "投资年值",
        ["finance.running"] = "运行费用",
        ["finance.revenue"] = "水费收入",
        ["finance.revenue_urban"] = "城镇水费收入",
        ["finance.revenue_rural"] = "农村水费收入",
        ["finance.revenue_block_1"] = "居民第一级水量水费",
        ["finance.revenue_block_2"] = "居民第二级水量水费",
        ["finance.revenue_block_3"] = "居民第三级水量水费",
        ["finance.revenue_others"] = "非居民水费",
        ["finance.unit_cost"] = "单位计费水量成本",
        ["finance.running_unit_cost"] = "单位计费水量运行成本",
        ["finance.subsidy"] = "收入未覆盖的成本",
        ["finance.running_subsidy"] = "收入未覆盖的运行成本",
        ["finance.cost_recovery"] = "成本回收率",
        ["year.supply.delivered_share"] = "需水满足率",
        ["year.supply.needed"] = "需水量",
        ["year.supply.delivered"] = "供水量",
        ["year.supply.leaked"] = "漏损水量",
        ["year.shortage.person_days"] = "缺水人·日",
        ["year.shortage.days"] = "有人缺水的天数",
        ["year.shortage.worst_days"] = "最重村镇缺水天数",
        ["year.shortage.people_ever"] = "曾缺水村镇的人口",
        ["year.resources.least_days_left"] = "最少可供天数",
        ["year.resources.spilt"] = "水源弃水",
        ["year.cost.total"] = "制水、原水与提水费用",
        ["year.cost.energy"] = "水泵电耗",
        ["service_head"] = "压力不低于服务水头",
        ["maximum_head"] = "用户处压力不高于",
        ["hydrant_head"] = "城镇消火栓压力不低于",
        ["plant_chlorine"] = "出厂水余氯不低于",
        ["tap_chlorine"] = "末梢水余氯不低于",
        ["maximum_chlorine"] = "末梢水余氯不高于",
        ["rural_per_head"] = "农村人均生活用水不低于",
        ["rural_penetration"] = "农村自来水普及率不低于",
        ["leakage"] = "综合漏损率不高于",
        ["leakage_target"] = "综合漏损率目标，不高于",
        ["pump_energy"] = "水泵电耗不高于",
        ["days_short"] = "缺水天数少于",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What both sides of a comparison of town and village are called.
    private static readonly FrozenDictionary<string, (string En, string Zh)> Pairs = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["service.urban_penetration"] = ("People with a tap", "自来水普及率"),
        ["service.urban_per_head"] = ("Household use per head", "人均生活用水"),
        ["quality.urban_age"] = ("Mean age of the water", "平均水龄"),
        ["quality.urban_chlorine"] = ("Lowest free chlorine", "最低余氯"),
        ["quality.urban_people_below"] = ("People with too little chlorine", "余氯不足人口"),
        ["price.urban_tariff"] = ("Price of water", "水价"),
        ["price.urban_unit_cost"] = ("Cost to serve", "供水成本"),
        ["equality.pressure_ratio"] = ("Lowest pressure over service head", "最低压力与服务水头之比"),
        ["equality.continuity_ratio"] = ("Time at the service head", "达到服务水头的时间"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> UnitsInChinese = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["people"] = "人",
        ["villages"] = "个",
        ["person-days"] = "人·日",
        ["million m3"] = "百万m³",
        ["million yuan"] = "百万元",
        ["million yuan/a"] = "百万元/年",
        ["yuan/m3"] = "元/m³",
        ["yuan/kWh"] = "元/kWh",
        ["nats"] = "奈特",
        ["d"] = "天",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>An indicator's or standard's name; that of the file where there is no other.</summary>
    public string IndicatorName(string id, string name) => IsChinese && IndicatorsInChinese.TryGetValue(id, out var zh) ? zh : name;

    /// <summary>What a town's and a village's value are both of.</summary>
    public string IndicatorPair(string id, string name) => Pairs.TryGetValue(id, out var pair) ? In(pair.En, pair.Zh) : IndicatorName(id, name);

    public string IndicatorGroup(string group) => group switch
    {
        "service" => In("Service", "供水服务"),
        "source" => In("Same source", "同源"),
        "quality" => In("Same quality", "同质"),
        "price" => In("Same price", "同价"),
        "equality" => In("Same service", "同服务"),
        "resilience" => In("Resilience", "韧性"),
        "failures" => In("Single failures", "单点失效"),
        "losses" => In("Losses", "漏损"),
        "energy" => In("Energy", "能耗"),
        "finance" => In("Finance", "财务"),
        "supply" => In("Supply", "供水"),
        "shortage" => In("Shortage", "缺水"),
        "resources" => In("Resources", "水资源"),
        "cost" => In("Cost", "费用"),
        _ => group,
    };

    /// <summary>A unit of the tables as a page shows it.</summary>
    public string ShownUnit(string unit) => IsChinese && UnitsInChinese.TryGetValue(unit, out var zh) ? zh
        : unit == "-" ? ""
        : unit.Replace("m3", "m³", StringComparison.Ordinal);

    public string FailureKind(string kind) => kind switch
    {
        "link" => In("pipe, pump or valve", "管段、水泵或阀门"),
        "booster" => In("booster station", "加压泵站"),
        "plant" => In("treatment plant", "水厂"),
        "source" => In("source", "水源"),
        _ => kind,
    };

    public string ReportSames => In("The four sames", "城乡供水四同");

    public string ReportSamesCaption => In("Town against village", "城镇与农村对比");

    public string ReportSamesNote => In(
        "Villages against towns: the ratio of the two, or, for sources, the share of a village's water that would have to come from another source for its blend to be the town's. A dash: the run did not follow it.",
        "农村/城镇：两者之比；水源一栏为使农村水源构成与城镇相同所需改变的比例。短横表示本次运行未计算。");

    public string ReportQuestion => In("What is compared", "对比项目");

    public string ReportTownCentres => In("Towns", "城镇");

    public string ReportVillages => In("Villages", "农村");

    public string ReportRatio => In("Villages against towns", "农村/城镇");

    public string ReportIndicators => In("Indicators", "指标");

    public string ReportIndicator => In("Indicator", "指标");

    public string ReportUnit => In("Unit", "单位");

    public string ReportBetterWhen => In("Better when", "优劣方向");

    public string ReportHigher => In("higher", "越高越好");

    public string ReportLower => In("lower", "越低越好");

    public string ReportNotFollowed => In("A dash: the run did not follow what it takes, such as the blend of sources or age.", "短横表示本次运行未模拟所需内容，如水源构成或水龄。");

    public string ReportStandards => In("Standards", "标准符合性");

    public string ReportStandard => In("Standard", "标准");

    public string ReportLimit => In("Limit", "限值");

    public string ReportWorst => In("Worst found", "最不利值");

    public string ReportVerdict => In("Verdict", "结论");

    public string ReportPass => In("pass", "符合");

    public string ReportFail => In("fail", "不符合");

    public string ReportUnknown => In("not followed", "未模拟");

    public string ReportPeopleFailing => In("People who miss it", "不符合人口");

    public string ReportStandardsSay(int passed, List<string> failed) => failed.Count == 0
        ? In($"All {N(passed)} standards that the run tells of are met.", $"可判定的 {N(passed)} 项标准全部符合。")
        : In(
            $"{N(passed)} of {N(passed + failed.Count)} standards that the run tells of are met; missed: {Quoted(failed)}.",
            $"可判定的 {N(passed + failed.Count)} 项标准中 {N(passed)} 项符合；不符合：{Quoted(failed)}。");

    /// <summary>A standard that was missed; without what was found where that has no value, as the pressure where no water comes.</summary>
    public string ReportMissed(string standard, string limit, string? found, string unit, double people)
    {
        var asked = limit.Length > 0 ? $" {limit} {unit}" : "";
        var by = people > 0 ? In($", {N(people)} people", $"，{N(people)} 人") : "";
        var worst = found is null ? In("none at worst", "最不利处无") : In($"worst {found} {unit}", $"最不利 {found} {unit}");
        return In($"{standard}{asked} ({worst}{by})", $"{standard}{asked}（{worst}{by}）");
    }

    public string ReportSamesSay(List<string> parts) => In(
        $"Town against village: {string.Join("; ", parts)}.", $"城镇与农村相比：{string.Join("；", parts)}。");

    public string ReportSamePart(string what, string town, string village, string unit) => town == village
        ? In($"{LowerFirst(what)} {town} {unit} in both", $"{what}均为 {town} {unit}")
        : In($"{LowerFirst(what)} {town} and {village} {unit}", $"{what} {town} 与 {village} {unit}");

    public string ReportFailures => In("Single failures", "单点失效");

    public string ReportFailuresMean => In(
        "People whom no open way joins to a source when this one thing fails; the 60 largest. What those who stay joined then get is another question.",
        "该单一设施失效后与所有水源断开的人口，列出最大的 60 项；仍连通者能否足量供水另行评估。");

    public string ReportWhatFails => In("What fails", "失效设施");

    public string ReportPeopleCutOff => In("People cut off", "断水人口");

    private string Quoted(List<string> names) => string.Join(In("; ", "；"), names.Select(n => IsChinese ? n : LowerFirst(n)));

    // Within a sentence, but for people's names.
    private static string LowerFirst(string text) =>
        text.Length == 0 || text.StartsWith("Gini", StringComparison.Ordinal) || text.StartsWith("Todini", StringComparison.Ordinal)
            ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
