using WaterSim.Planning.County;
using WaterSim.Planning.Indicators;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Comparison;

/// <summary>What is read of one run to compare it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Kind">Whether it is of a day or of many.</param>
/// <param name="County">Its county; null of a plain network.</param>
/// <param name="Time">What time it covers, in words that are the same where the time is.</param>
/// <param name="Rows">Its indicators.</param>
/// <param name="Communities">Its communities.</param>
internal sealed record RunFacts(
    FinishedRun Run,
    ComparisonKind Kind,
    LocalizedName? County,
    string Time,
    IReadOnlyList<IndicatorRow> Rows,
    IReadOnlyList<CommunityFacts> Communities);
