using WaterSim.Plots.Report;

namespace WaterSim.Plots.Lettering;

/// <summary>Texts of the report: its frame, its map and its tables.</summary>
internal sealed partial class Phrases
{
    // Frame
    public string ReportOf(ReportKind kind) => kind switch
    {
        ReportKind.Year => In("Water supply through the year", "全年供水报告"),
        ReportKind.Comparison => In("Runs compared", "方案比较报告"),
        _ => In("Water supply report", "供水模拟报告"),
    };

    public string ReportSkip => In("Skip to the summary", "跳至摘要");

    public string ReportContents => In("Contents", "目录");

    public string ReportSummary => In("Summary", "摘要");

    public string ReportFigures => In("Figures", "图");

    public string ReportProvenance => In("Provenance", "数据来源");

    public string ReportMadeBy(string version) => In(
        $"Made by watersim {version} from the run folder named above; this page stands alone and fetches nothing.",
        $"由 watersim {version} 根据上述结果文件夹生成；本页可离线使用，不访问网络。");

    public string ReportFrom(string file) => In($"from {file}", $"来自 {file}");

    public string ReportFigure(int number) => In($"Figure {number}", $"图 {number}");

    public string ReportFiguresInOther => In(
        "The figures are lettered in Chinese, the language of the run: run again with --lang en to have them in English.",
        "图中文字为运行时所选语言（英文）；用 --lang zh 重新运行可得中文图。");

    public string ReportNoDrawing(string file) => In($"{file} is no drawing that can be shown.", $"{file} 无法作为图形显示。");

    // Map
    public string ReportMap => In("Map", "地图");

    public string ReportMapHelp => In(
        "Drag to move, turn the wheel or pinch to zoom; point at a place for its figures. With the keyboard: arrows move, + and − zoom, 0 shows all; Tab goes to the places, arrows there to the next one.",
        "拖动可平移，滚轮或双指可缩放；指向村镇可查看数值。键盘：方向键平移，+、− 缩放，0 显示全图；Tab 进入村镇，再用方向键移至相邻村镇。");

    public string ReportMapKeys => In("Arrows move, plus and minus zoom, 0 shows all.", "方向键平移，加减键缩放，0 显示全图。");

    public string ReportMapOf(string what) => In($"Map of the county: {what}", $"全县地图：{what}");

    public string ReportZoom => In("Zoom", "缩放");

    public string ReportZoomIn => In("Zoom in", "放大");

    public string ReportZoomOut => In("Zoom out", "缩小");

    public string ReportZoomAll => In("Show all", "显示全图");

    public string ReportQuantity => In("Show", "显示");

    public string ReportFindVillage => In("Find a village", "查找村镇");

    public string ReportFindNode => In("Find a node", "查找节点");

    public string ReportChooseVillage => In("Choose a village on the map for its figures.", "在地图上选择村镇以查看其数值。");

    public string ReportChooseNode => In("Choose a node on the map for its figures.", "在地图上选择节点以查看其数值。");

    public string ReportPlay => In("Play", "播放");

    public string ReportPause => In("Pause", "暂停");

    public string ReportTime => In("Time", "时间");

    public string ReportClass => In("Class", "分级");

    public string ReportPlaces => In("Places", "村镇");

    public string ReportNodes => In("Nodes", "节点");

    /// <summary>What it means that a place has no value of what the map shows.</summary>
    public string NoneLabel(MapQuantity quantity) => !quantity.IsPressure ? In("no value", "无数值")
        : quantity.IsSeries ? In("no water", "无水") : In("no water at times", "某时段无水");

    public string ReportPressureByTime => In("Pressure through the day", "各时刻压力");

    public string ReportNotDelivered => In("Water not delivered", "缺水率");

    public string ReportHoursOfSupply => In("Hours of supply", "供水小时数");

    public string ReportContinuity => In("Time at service head", "达标时间比例");

    public string ReportCostToServe => In("Cost to serve", "供水成本");

    public string YuanPerCubicMetre => In("yuan/m³", "元/m³");

    public string ReportDaysShort => In("Days short", "缺水天数");

    public string ReportDaysUnit => In("days", "天");

    public string ReportDaysShortByMonth => In("Days short, month by month", "各月缺水天数");

    public string ReportLitresShortByMonth => In("Litres short a head and day, month by month", "各月人均日缺水量");

    public string ReportLitresUnit => In("L/(person d)", "L/（人·日）");

    public string ReportShortByDay => In("Need not met, day by day", "逐日缺水率");

    public string ClockOfDay(int day, string clock) => day == 0 ? clock : In($"day {day}, {clock}", $"第{day}日 {clock}");

    /// <summary>What a class of a quantity is called.</summary>
    public string ClassLabel(MapQuantity quantity, int c)
    {
        var limits = quantity.Limits;
        return quantity.Labels is { } labels ? labels[c]
            : limits.Length == 0 ? quantity.Name
            : c == 0 ? Under(limits[0])
            : c == limits.Length ? From(limits[^1])
            : Between(limits[c - 1], limits[c]);
    }

    // Words of tables
    public string ReportPeople => In("People", "人口");

    public string ReportServed => In("Served", "达标");

    public string ReportNotServed => In("Not served", "未达标");

    public string ReportYes => In("yes", "是");

    public string ReportNo => In("no", "否");

    public string ReportAll => In("All", "合计");

    public string ReportTownsAndVillages => In("Towns and villages", "乡镇与村庄");

    public string ReportTowns => In("Towns", "各乡镇");

    public string ReportTown => In("Town", "乡镇");

    public string ReportCommunities => In("Town centres and villages", "镇区与村庄");

    public string ReportCommunity => In("Community", "村镇");

    public string ReportKindHead => In("Kind", "类别");

    public string ReportTownCentre => In("town", "镇区");

    public string ReportVillage => In("village", "村庄");

    public string ReportAskedFor => In("Asked for, m³/d", "需水量，m³/d");

    public string ReportDeliveredFlow => In("Delivered, m³/d", "供水量，m³/d");

    public string ReportDeliveredShare => In("Delivered, %", "满足率，%");

    public string ReportPeak => In("Peak, m³/d", "最大，m³/d");

    public string ReportMean => In("Mean, m³/d", "平均，m³/d");

    public string ReportLowestPressure => In("Lowest pressure", "最低压力");

    public string ReportHighest => In("Highest", "最高压力");

    public string ReportServiceHead => In("Service head", "服务水头");

    public string ReportAt => In("at", "时刻");

    public string ReportServedMeans => In(
        "Served: every node gets at least 99.9 % of the water asked for and has its service head at every reported time. Pressure is that of the community's worst node.",
        "达标：每个节点至少得到需水量的 99.9%，且各报告时刻均不低于服务水头。压力取该村镇最不利节点。");

    public string ReportSupply => In("Supply", "供水系统");

    public string ReportPlantsTable => In("Treatment plants", "水厂");

    public string ReportSourcesTable => In("Sources", "水源");

    public string ReportTanksTable => In("Tanks and clear wells", "水池与清水池");

    public string ReportBoostersTable => In("Booster stations", "加压泵站");

    public string ReportCapacity => In("Capacity, m³/d", "能力，m³/d");

    public string ReportUsed => In("Used, %", "利用率，%");

    public string ReportDuty => In("Duty", "用途");

    public string ReportInUse => In("in use", "在用");

    public string ReportStandby => In("standby", "备用");

    public string ReportDraw => In("Drawn, m³/d", "取水量，m³/d");

    public string ReportPeakDraw => In("Peak, m³/d", "最大取水，m³/d");

    public string ReportRole => In("Role", "类别");

    public string ReportVolume => In("Volume, m³", "容积，m³");

    public string ReportStart => In("Start, m", "起始，m");

    public string ReportEnd => In("End, m", "结束，m");

    public string ReportLowestLevel => In("Lowest, m", "最低，m");

    public string ReportHighestLevel => In("Highest, m", "最高，m");

    public string ReportTurnover => In("Turnover, 1/d", "周转，次/日");

    public string ReportOn => In("On, h", "运行，h");

    public string ReportFlow => In("Flow, m³/d", "流量，m³/d");

    public string ReportHead => In("Head, m", "扬程，m");

    public string ReportEfficiency => In("Efficiency, %", "效率，%");

    public string ReportEnergy => In("Energy", "电耗");

    public string ReportWarnings => In("Warnings", "警告");

    public string ReportElement => In("Element", "元件");

    public string ReportCode => In("Code", "代码");

    public string ReportMessage => In("What was found", "内容");

    public string ReportRemedy => In("What to do", "处理");

    // Words of a year's tables
    public string ReportNeededVolume => In("Needed, m³", "需水量，m³");

    public string ReportPersonDays => In("Person-days short", "缺水人·日");

    public string ReportWorstShare => In("Worst day, % of need", "最差日满足率，%");

    public string ReportOnDay => In("on", "日期");

    public string ReportShortMeans => In(
        "Short: less than 99 % of the day's need. A person-day is a person's need of a day not met.",
        "缺水：当日供水低于需水量的 99%。1 人·日指一人一日的需水未得到满足。");

    public string ReportSourcesYear => In("Sources, 1000 m³", "水源，千m³");

    public string ReportRain => In("Rain", "降雨");

    public string ReportLost => In("Evaporated, seeped", "蒸发渗漏");

    public string ReportRelease => In("Released", "下泄");

    public string ReportDrawn => In("Drawn", "取水");

    public string ReportLowestStorage => In("Lowest, % of live storage", "最低可用蓄水，%");

    public string ReportOutputVolume => In("Output, 1000 m³", "供水，千m³");

    public string ReportLinks => In("Interconnections, 1000 m³", "联络管调水，千m³");

    public string ReportLink => In("Link", "联络管");

    public string ReportName => In("Name", "名称");

    public string ReportForward => In("Forward", "正向");

    public string ReportBack => In("Back", "反向");

    public string ReportDecisions => In("Decisions", "调度决策");

    public string ReportDay => In("Day", "日期");

    public string ReportRule => In("Rule", "规则");

    public string ReportDecision => In("What was decided", "决策");

    public string ReportFirstOf(int some, int all) => In($"The first {N(some)} of {N(all)}; the file has them all.", $"仅列前 {N(some)} 条，共 {N(all)} 条；全部见文件。");

    // Provenance
    public string ReportProvenanceText => In(
        "Every table and figure names the file of the run folder that it was made from. The manifest holds the hash of each of these files, and all of them were found to be as the run wrote them; the manifest's own hash vouches for the lot.",
        "每个表和图均注明所依据的结果文件。清单记录了各文件的哈希值，生成本页时已逐一核对无误；清单自身的哈希值可核验全部内容。");

    public string ReportRunFolder => In("Run folder", "结果文件夹");

    public string ReportManifestHash => In("SHA-256 of manifest.json", "manifest.json 的 SHA-256");

    public string ReportTool => In("Made with", "运行程序");

    public string ReportStarted => In("Run begun (UTC)", "运行开始（UTC）");

    public string ReportOutcome => In("Outcome", "运行结果");

    public string OutcomeWord(string outcome) => outcome switch
    {
        "completed" => In("completed", "正常完成"),
        "completed_unbalanced" => In("completed, with steps that did not converge", "完成，但有时步未收敛"),
        "stopped_unbalanced" => In("stopped: a step did not converge", "因未收敛而停止"),
        _ => outcome,
    };

    public string ReportOptions => In("Options of the run", "运行选项");

    public string ReportOption => In("Option", "选项");

    public string ReportValue => In("Value", "数值");

    public string ReportInputs => In("Files that were read", "输入文件");

    public string ReportFiles => In("Files of the run folder", "结果文件");

    public string ReportAllFiles(int count) => In($"All {N(count)} files of the run folder, with their hashes", $"全部 {N(count)} 个结果文件及其哈希值");

    public string ReportFile => In("File", "文件");

    public string ReportBytes => In("Bytes", "字节");
}
