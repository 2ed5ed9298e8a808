using System.Collections.Immutable;

namespace WaterSim.Planning.Results;

/// <summary>What makes a year's run the run it is: an unfinished one is gone on with only where all of this is the same.</summary>
public sealed record YearIdentity
{
    /// <summary>Version of the program.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Options that decide what is computed, name and value, in the order to be told.</summary>
    public required ImmutableArray<KeyValuePair<string, string?>> Options { get; init; }

    /// <summary>The files that were read. Where they stand does not matter, what they hold does.</summary>
    public required ImmutableArray<HashedFile> Inputs { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Number of days.</summary>
    public required int Days { get; init; }

    /// <summary>Last day.</summary>
    internal DateOnly To => From.AddDays(Days - 1);

    /// <summary>The first thing in which a later run differs from this one, as a clause; null where they are the same.</summary>
    internal string? DifferenceTo(YearIdentity later)
    {
        if (ToolVersion != later.ToolVersion)
        {
            return $"it was begun by version {ToolVersion}, and this is {later.ToolVersion}";
        }

        if (From != later.From || Days != later.Days)
        {
            return $"it was begun for {Say(this)}, and asked for is {Say(later)}";
        }

        var names = Options.Select(o => o.Key).Union(later.Options.Select(o => o.Key), StringComparer.Ordinal);
        foreach (var name in names)
        {
            var (then, now) = (ValueOf(this, name), ValueOf(later, name));
            if (then != now)
            {
                return $"it was begun with {name} '{then}', and asked for is '{now}'";
            }
        }

        for (var i = 0; i < Math.Max(Inputs.Length, later.Inputs.Length); i++)
        {
            if (i >= Inputs.Length || i >= later.Inputs.Length || Inputs[i].Sha256 != later.Inputs[i].Sha256)
            {
                return $"'{(i < later.Inputs.Length ? later : this).Inputs[i].Name}' is no longer what it was";
            }
        }

        return null;

        static string Say(YearIdentity of) => $"{YearTables.Text(of.From)} to {YearTables.Text(of.To)}";

        static string ValueOf(YearIdentity of, string name) =>
            of.Options.FirstOrDefault(o => o.Key == name).Value ?? "";
    }
}
