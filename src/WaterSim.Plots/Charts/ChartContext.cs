using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Charts;

/// <summary>What every chart is made with.</summary>
internal sealed record ChartContext(
    RunData Data, Phrases Phrases, Typography Type, TimeAxis Time, string? Place, double Scale)
{
    public Figure Make(string name, string what, float height, Action<Sheet, string> draw) =>
        Make(name, what, Sheet.StandardWidth, height, draw);

    public Figure Make(string name, string what, float width, float height, Action<Sheet, string> draw)
    {
        var title = Type.Fit(Phrases.Titled(what, Place));
        return new Figure(name, title, width, height, Type, Scale, sheet => draw(sheet, title));
    }
}
