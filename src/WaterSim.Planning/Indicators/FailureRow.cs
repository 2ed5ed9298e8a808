using System.Collections.Immutable;

namespace WaterSim.Planning.Indicators;

/// <summary>What the loss of one thing cuts off, as a table has it.</summary>
/// <param name="Kind">What it is: <c>link</c>, <c>booster</c>, <c>plant</c> or <c>source</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="People">People cut off, to a whole person.</param>
public sealed record FailureRow(string Kind, string Id, long People)
{
    internal static ImmutableArray<FailureRow> All(SingleFailures failures) =>
    [
        .. failures.Links.Select(f => Of("link", f)),
        .. failures.Boosters.Select(f => Of("booster", f)),
        .. failures.Plants.Select(f => Of("plant", f)),
        .. failures.Sources.Select(f => Of("source", f)),
    ];

    private static FailureRow Of(string kind, SingleFailure failure) => new(kind, failure.Id, (long)Math.Round(failure.People));
}
