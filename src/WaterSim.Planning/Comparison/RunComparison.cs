using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Comparison;

/// <summary>
/// Runs side by side, each against the first: indicators with differences and which of them are better, and communities by what they are
/// given. Everything comes from the run folders, whose files are those of their manifests.
/// </summary>
/// <remarks>
/// Runs can be compared where they are of one county: of the same name, and the communities of the run that has fewest are all in each
/// of the others. Scenarios change the network, and variants of a plan are other networks altogether, so that neither has to be the same file; a new
/// village is one more row. That runs began from different files is told as a notice. Runs of days and of years are not compared.
/// </remarks>
public sealed record RunComparison
{
    /// <summary>Fewest runs.</summary>
    public const int Fewest = 2;

    /// <summary>Most runs: as many as can be told apart by colour.</summary>
    public const int Most = 8;

    private const int Changed = 10;

    /// <summary>What the runs are.</summary>
    public required ComparisonKind Kind { get; init; }

    /// <summary>The county.</summary>
    public required LocalizedName County { get; init; }

    /// <summary>The runs; the first is what the others are compared with.</summary>
    public required ImmutableArray<ComparedRun> Runs { get; init; }

    /// <summary>Indicators that some run has, in their order.</summary>
    public required ImmutableArray<ComparedIndicator> Indicators { get; init; }

    /// <summary>What communities are compared by.</summary>
    public required ImmutableArray<CommunityMeasure> Measures { get; init; }

    /// <summary>Communities that some run has, in their order.</summary>
    public required ImmutableArray<ComparedCommunity> Communities { get; init; }

    /// <summary>Compares runs.</summary>
    /// <param name="runFolders">Two to eight run folders of <c>watersim run</c> or of <c>watersim year</c>, the one to compare with first.</param>
    /// <returns>The comparison, or null; and what is wrong, or to be known.</returns>
    /// <exception cref="ArgumentException">There are fewer than two or more than eight.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static (RunComparison? Comparison, ImmutableArray<Diagnostic> Diagnostics) Of(IReadOnlyList<string> runFolders)
    {
        ArgumentNullException.ThrowIfNull(runFolders);
        return runFolders.Count is >= Fewest and <= Most
            ? new ComparisonReader(runFolders).Read()
            : throw new ArgumentException($"Runs that are compared are {Fewest} to {Most}.", nameof(runFolders));
    }

    /// <summary>The ten communities that changed most against the first run, the most first; of equal changes those of more people.</summary>
    /// <param name="measure">Position of the measure.</param>
    /// <param name="run">Position of the run.</param>
    public ImmutableArray<CommunityChange> ChangedMost(int measure, int run)
    {
        var by = Measures[measure];
        return
        [
            .. Communities
                .Select(c => (Community: c, Change: c.Difference(measure, run)))
                .Where(c => c.Change is not null)
                .Select(c => new CommunityChange(
                    c.Community, c.Change!.Value, ComparedIndicator.Judge(c.Change, by.Better, by.Decimals)))
                .Where(c => c.Verdict is ComparisonVerdict.Better or ComparisonVerdict.Worse)
                .OrderByDescending(c => Math.Round(Math.Abs(c.Change), by.Decimals))
                .ThenByDescending(c => c.Community.People)
                .ThenBy(c => c.Community.Id, StringComparer.Ordinal)
                .Take(Changed),
        ];
    }

    /// <summary>People of communities that are better or worse off than in the first run.</summary>
    /// <param name="measure">Position of the measure.</param>
    /// <param name="run">Position of the run.</param>
    /// <param name="verdict">Better or worse.</param>
    public long People(int measure, int run, ComparisonVerdict verdict) => Communities
        .Where(c => ComparedIndicator.Judge(c.Difference(measure, run), Measures[measure].Better, Measures[measure].Decimals) == verdict)
        .Sum(c => (long)c.People);
}
