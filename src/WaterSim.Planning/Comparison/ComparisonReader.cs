using System.Collections.Immutable;
using System.Text.Json;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Comparison;

/// <summary>Reads runs, refuses those that cannot be compared, and sets the others side by side.</summary>
internal sealed class ComparisonReader(IReadOnlyList<string> folders)
{
    private const int LargestSummary = 64 * 1024 * 1024;
    private const string DaySchema = "watersim-summary/";
    private const string YearSchema = "watersim-year/";

    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();

    public (RunComparison? Comparison, ImmutableArray<Diagnostic> Diagnostics) Read()
    {
        var facts = folders.Select(Facts).OfType<RunFacts>().ToArray();
        if (facts.Length == folders.Count)
        {
            Match(facts);
        }

        var isRefused = _found.Any(d => d.Severity == DiagnosticSeverity.Error);
        return (isRefused ? null : Compare(facts), _found.ToImmutable());
    }

    private RunFacts? Facts(string folder, int at)
    {
        if (folders.Take(at).Any(f => SamePath(f, folder)))
        {
            _found.Add(ComparisonDiagnostics.Twice(folder));
            return null;
        }

        var (run, wrong) = FinishedRun.Open(folder);
        _found.AddRange(wrong);
        if (run is null)
        {
            return null;
        }

        var broken = run.Check();
        _found.AddRange(broken);
        if (!broken.IsEmpty)
        {
            return null;
        }

        if (!run.Has(RunSummaryJson.FileName))
        {
            _found.Add(ComparisonDiagnostics.NoIndicators(folder, $"it has no {RunSummaryJson.FileName}"));
            return null;
        }

        try
        {
            return Facts(folder, run);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or InvalidDataException)
        {
            _found.Add(ComparisonDiagnostics.Damaged(folder, RunSummaryJson.FileName, e.Message));
            return null;
        }
    }

    private RunFacts? Facts(string folder, FinishedRun run)
    {
        var path = run.PathOf(RunSummaryJson.FileName);
        if (new FileInfo(path).Length > LargestSummary)
        {
            throw new InvalidDataException("it is larger than a summary can be");
        }

        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var schema = json.RootElement.GetProperty("schema").GetString() ?? "";
        var facts = schema.StartsWith(YearSchema, StringComparison.Ordinal) ? YearFacts.Read(run, json.RootElement)
            : schema.StartsWith(DaySchema, StringComparison.Ordinal) ? DayFacts.Read(run, json.RootElement)
            : throw new InvalidDataException($"its schema is '{schema}'");
        if (facts.County is null || facts.Communities.Count == 0)
        {
            _found.Add(ComparisonDiagnostics.NoIndicators(
                folder, facts.County is null ? "it is the run of a plain network" : "it was made by an earlier version"));
            return null;
        }

        return facts;
    }

    // Each against the first.
    private void Match(RunFacts[] facts)
    {
        for (var i = 1; i < facts.Length; i++)
        {
            var (first, other) = (facts[0], facts[i]);
            if (first.Kind != other.Kind)
            {
                var (day, year) = first.Kind == ComparisonKind.Day ? (folders[0], folders[i]) : (folders[i], folders[0]);
                _found.Add(ComparisonDiagnostics.Mixed(day, year));
            }
            else if (Difference(first, other) is { } why)
            {
                _found.Add(ComparisonDiagnostics.AnotherCounty(folders[0], folders[i], why));
            }
            else if (first.Time != other.Time)
            {
                _found.Add(ComparisonDiagnostics.OtherTime(folders[0], folders[i], $"{first.Time} and {other.Time}"));
            }
        }
    }

    private static string? Difference(RunFacts one, RunFacts other)
    {
        if (one.County!.En != other.County!.En)
        {
            return $"one is of {one.County.En}, the other of {other.County.En}";
        }

        var (few, many) = one.Communities.Count <= other.Communities.Count ? (one, other) : (other, one);
        var ids = many.Communities.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var missing = few.Communities.Where(c => !ids.Contains(c.Id)).ToArray();
        return missing.Length == 0
            ? null
            : $"{missing.Length} of {few.Communities.Count} communities are in one only, '{missing[0].Id}' among them";
    }

    private RunComparison Compare(RunFacts[] facts)
    {
        var runs = Named(facts);
        for (var i = 1; i < runs.Length; i++)
        {
            var what = string.Join(
                " and ",
                new[]
                {
                    runs[0].NetworkSha256 == runs[i].NetworkSha256 ? null : "the network's file is another",
                    runs[0].SystemSha256 == runs[i].SystemSha256 ? null : "the county's system file is another",
                }.Where(t => t is not null));
            if (what.Length > 0)
            {
                _found.Add(ComparisonDiagnostics.OtherFiles(folders[0], folders[i], what));
            }
        }

        var measures = CommunityMeasure.Of(facts[0].Kind);
        return new RunComparison
        {
            Kind = facts[0].Kind,
            County = facts[0].County!,
            Runs = runs,
            Measures = measures,
            Indicators = [.. Merged(facts, f => f.Rows, r => r.Id).Select(m => new ComparedIndicator(
                m.First.Id, m.First.Group, m.First.Name, m.First.Unit, m.First.Better, m.First.Decimals, [.. m.Each.Select(r => r?.Value)]))],
            Communities = [.. Merged(facts, f => f.Communities, c => c.Id).Select(m => new ComparedCommunity(
                m.First.Id, m.First.Name, m.First.Town, m.First.Class, m.First.People,
                [.. measures.Select((_, at) => m.Each.Select(c => c?.Values[at]).ToImmutableArray())]))],
        };
    }

    // What any run has, in the order in which it first occurs, with each run's.
    private static IEnumerable<(T First, T?[] Each)> Merged<T>(
        RunFacts[] facts, Func<RunFacts, IReadOnlyList<T>> of, Func<T, string> id)
        where T : class
    {
        var byRun = facts.Select(f => of(f).DistinctBy(id, StringComparer.Ordinal).ToDictionary(id, StringComparer.Ordinal)).ToArray();
        foreach (var one in facts.SelectMany(of).Select(id).Distinct(StringComparer.Ordinal))
        {
            var each = byRun.Select(r => r.GetValueOrDefault(one)).ToArray();
            yield return (each.First(e => e is not null)!, each);
        }
    }

    private ImmutableArray<ComparedRun> Named(RunFacts[] facts)
    {
        var names = facts.Select((f, i) => NameIn(f.Run, "scenario-name") ?? NameIn(f.Run, "inflow-name") ?? new LocalizedName(NameOf(folders[i]))).ToArray();
        return
        [
            .. facts.Select((f, i) => new ComparedRun(
                names.Count(n => n.En == names[i].En) == 1 ? names[i] : new LocalizedName($"{names[i].En} ({folders[i]})"), folders[i], f.Run)),
        ];
    }

    private static LocalizedName? NameIn(FinishedRun run, string option) =>
        run.OptionOf(option) is { Length: > 0 } name ? new LocalizedName(name, run.OptionOf(option + "-zh")) : null;

    private static string NameOf(string folder) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) is { Length: > 0 } name ? name : folder;

    private static bool SamePath(string one, string other) => string.Equals(
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(one)),
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(other)),
        StringComparison.Ordinal);
}
