using WaterSim.IO.Inp;
using WaterSim.Plots.Tests.Support;
using WaterSim.Simulation;

namespace WaterSim.Plots.Tests;

/// <summary>Figures of networks that others drew.</summary>
public class ConformanceFiguresTests
{
    [Theory]
    [InlineData("Net3.inp", "network-map,tank-levels,source-supply,pressure-distribution,demand-pattern")]
    [InlineData("Hanoi.inp", "network-map,pressure-distribution")]
    public void A_known_network_has_its_figures(string file, string names)
    {
        var path = Shared.Conformance(file);
        Assert.SkipUnless(File.Exists(path), $"../shared/conformance/networks/{file} is not there");
        var set = FigureSet.Draw(
            ExtendedPeriod.Run(InpReader.ReadFile(path).Network!, cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(names.Split(','), set.Figures.Select(f => f.Name));
        Assert.All(set.Figures, f => Assert.NotEmpty(Images.PngBytes(f)));
        Assert.All(set.Figures, f => Assert.NotEmpty(Images.Words(Images.Svg(f))));
    }
}
