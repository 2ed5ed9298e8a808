namespace JiaheLayout.Facts;

/// <summary>
/// The sources. Names and duties are found (cnr.cn, 2014-11-21); levels and places are assumed, the level being the
/// reservoir's normal one. The standby sources' places and levels, and which plant they can reach, are assumed.
/// </summary>
internal static class WaterSources
{
    public static readonly WaterSource[] All =
    [
        // id, names (F), kind (F), in use (F), level m (A), lon, lat (A), plant (A), main DN (A)
        new("R-PJ", "Panjiang", "盘江", "reservoir", true, 332, 112.31, 25.58, "W1", 600),
        new("R-PT", "Pantou", "泮头", "reservoir", true, 345, 112.44, 25.52, "W2", 500),
        new("R-JS", "Jinshan", "金山", "reservoir", true, 372, 112.50, 25.55, "W3", 400),
        new("R-ZS", "Zoushan", "邹山", "reservoir", true, 338, 112.27, 25.63, "W4", 400),
        new("R-GAO", "Gaofeng", "高峰", "reservoir", true, 325, 112.39, 25.72, "W5", 400),
        new("R-JL", "Jiangli", "江里", "reservoir", true, 320, 112.31, 25.70, "W6", 300),
        new("R-DS", "Daoshi spring", "岛石泉", "spring", true, 300, 112.43, 25.75, "W7", 300),
        new("R-QJ", "Qianjiadong", "千家洞", "reservoir", false, 345, 112.285, 25.545, "W1", 400),
        new("R-SK", "Shuangkoudong", "双口洞", "reservoir", false, 330, 112.405, 25.700, "W5", 300),
        new("R-GZ", "Gaozhai", "高寨", "reservoir", false, 345, 112.240, 25.620, "W4", 300),
    ];
}
