using System.Collections.Immutable;
using WaterSim.Planning.Indicators;

namespace WaterSim.Planning.Comparison;

/// <summary>An indicator in each of the runs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Group">What it is about.</param>
/// <param name="Name">Its name, English.</param>
/// <param name="Unit">Unit of the values as shown.</param>
/// <param name="Better">Which way it gets better.</param>
/// <param name="Decimals">Decimals to show it with; a smaller difference is none.</param>
/// <param name="Values">One value per run, in <paramref name="Unit"/>; null where a run does not tell.</param>
public sealed record ComparedIndicator(
    string Id, string Group, string Name, string Unit, IndicatorDirection Better, int Decimals, ImmutableArray<double?> Values)
{
    /// <summary>A run's value less that of the first, in <see cref="Unit"/>; null where either is missing, and of the first.</summary>
    /// <param name="run">Position of the run.</param>
    public double? Difference(int run) => run == 0 ? null : Values[run] - Values[0];

    /// <summary>How a run's value stands to that of the first.</summary>
    /// <param name="run">Position of the run.</param>
    public ComparisonVerdict Verdict(int run) => Judge(Difference(run), Better, Decimals);

    internal static ComparisonVerdict Judge(double? difference, IndicatorDirection better, int decimals)
    {
        if (difference is not { } change)
        {
            return ComparisonVerdict.None;
        }

        if (Math.Abs(change) < 0.5 * Math.Pow(10, -decimals))
        {
            return ComparisonVerdict.Same;
        }

        return better switch
        {
            IndicatorDirection.None => ComparisonVerdict.None,
            IndicatorDirection.Higher => change > 0 ? ComparisonVerdict.Better : ComparisonVerdict.Worse,
            _ => change < 0 ? ComparisonVerdict.Better : ComparisonVerdict.Worse,
        };
    }
}
