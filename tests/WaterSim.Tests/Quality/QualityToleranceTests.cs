using WaterSim.Model;
using WaterSim.Quality;

namespace WaterSim.Tests.Quality;

public sealed class QualityToleranceTests
{
    [Fact]
    public void Without_a_tolerance_EPANETs_hundredths_hold()
    {
        var network = new Network { Quality = new QualityOptions { Mode = QualityMode.Chemical, ChemicalUnits = "ug/L" } };

        Assert.Equal(36, QualityTolerance.Of(network, QualityAnalysis.Age));
        Assert.Equal(1e-4, QualityTolerance.Of(network, QualityAnalysis.Trace("R")));
        Assert.Equal(1e-4, QualityTolerance.Of(network, QualityAnalysis.Blend));
        Assert.Equal(1e-5, QualityTolerance.Of(network, QualityAnalysis.Chemical), 1e-18);
    }

    [Fact]
    public void A_tolerance_holds_for_the_kind_of_analysis_that_the_network_asks_for()
    {
        var network = new Network
        {
            Quality = new QualityOptions { Mode = QualityMode.Trace, TraceNodeId = "R", Tolerance = 2 },
        };

        Assert.Equal(0.02, QualityTolerance.Of(network, QualityAnalysis.Trace("S")));
        Assert.Equal(36, QualityTolerance.Of(network, QualityAnalysis.Age));
        Assert.Equal(1e-4, QualityTolerance.Of(network, QualityAnalysis.Blend));
    }
}
