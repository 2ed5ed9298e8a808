using System.Text;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Quality;
using WaterSim.Simulation;

namespace WaterSim.Planning.Tests.Results;

/// <summary>Runs of a small network with water quality.</summary>
internal static class QualityRuns
{
    private const string Inp = """
        [JUNCTIONS]
         A 0 10
         B 0 5
         C 0 0
        [RESERVOIRS]
         R 50
         S 49
        [PIPES]
         P R A 1000 300 100
         Q A B 1000 300 100
         T S B 1000 300 100
         U B C 10 300 100
        [TIMES]
         DURATION 30
        [QUALITY]
         R 2
         S 1
        [REACTIONS]
         GLOBAL BULK -0.5
        [OPTIONS]
         UNITS LPS

        """;

    public static Network TwoSources { get; } = InpReader.Read(Encoding.UTF8.GetBytes(Inp), "two.inp").Network!;

    /// <summary>Thirty hours with every kind of analysis.</summary>
    public static SimulationResults OfTwoSources { get; } = Run(
        TwoSources, QualityAnalysis.Age, QualityAnalysis.Trace("S"), QualityAnalysis.Blend, QualityAnalysis.Chemical);

    public static SimulationResults Run(Network network, params QualityAnalysis[] analyses) =>
        ExtendedPeriod.Run(network, new RunOptions { Quality = [.. analyses] });
}
