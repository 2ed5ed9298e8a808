using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.Generation;

/// <summary>Demand over the hours of a day, of mean 1. Assumed: of the usual shape.</summary>
internal static class DailyPatterns
{
    /// <summary>The patterns, in the order of <see cref="DemandKind"/>.</summary>
    public static ImmutableArray<Pattern> All { get; } =
    [
        new("Town",
        [
            0.45, 0.40, 0.35, 0.35, 0.45, 0.70, 1.20, 1.50, 1.45, 1.25, 1.15, 1.15,
            1.20, 1.10, 0.95, 0.95, 1.00, 1.20, 1.45, 1.50, 1.35, 1.15, 1.00, 0.75,
        ]),
        new("Village",
        [
            0.30, 0.25, 0.20, 0.25, 0.50, 1.10, 1.75, 1.80, 1.40, 1.05, 0.95, 1.15,
            1.30, 1.00, 0.80, 0.80, 0.95, 1.40, 1.80, 1.70, 1.30, 1.00, 0.75, 0.50,
        ]),
        new("Industry",
        [
            0.80, 0.80, 0.80, 0.80, 0.80, 0.80, 1.00, 1.20, 1.20, 1.20, 1.20, 1.20,
            1.20, 1.20, 1.20, 1.20, 1.20, 1.20, 1.00, 0.80, 0.80, 0.80, 0.80, 0.80,
        ]),
    ];
}
