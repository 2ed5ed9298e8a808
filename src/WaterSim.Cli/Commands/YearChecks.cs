using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Cli.Output;
using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Cli.Commands;

/// <summary>Whether a year can be asked of what was read: what is missing, and what to add.</summary>
internal static class YearChecks
{
    /// <summary>The lunar calendar, which moves the Spring Festival, is known to the end of this year.</summary>
    public const int LastYear = 2100;

    /// <summary>Everything that stands in the way.</summary>
    public static ImmutableArray<Diagnostic> Check(NetworkInput input, YearRequest request)
    {
        if (input.System is not { } system)
        {
            return
            [
                Error(
                    "WS5005", null, $"'{request.County}' is a network alone, and a year is run of a county",
                    "Name a county folder or its system.yaml, such as networks/jiahe."),
            ];
        }

        return [.. Options(request), .. Parts(system), .. Span(system, request), .. Inflow(system, request), .. Links(system, request)];
    }

    private static IEnumerable<Diagnostic> Options(YearRequest request)
    {
        if (request.Hourly && request.DailyOnly)
        {
            yield return Error(
                "WS5017", null, "--hourly and --daily-only are given, and where the pipes are not run there are no hours",
                "Leave one of them out.");
        }
    }

    private static IEnumerable<Diagnostic> Span(CountySystem system, YearRequest request)
    {
        if (system.Demand is not null && request.FromOf(system).DayNumber + request.Days > new DateOnly(LastYear, 12, 31).DayNumber + 1)
        {
            yield return Error(
                "WS5012", null,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{request.Days} days from {Say.Day(request.FromOf(system))} end after the year {LastYear}"),
                "Begin earlier with --from, or give fewer --days.");
        }
    }

    private static IEnumerable<Diagnostic> Parts(CountySystem system)
    {
        foreach (var (key, isThere, what) in ((string, bool, string)[])
        [
            ("resources", system.Resources is not null, "storage, springs and years of inflow"),
            ("demand", system.Demand is not null, "who needs how much when"),
            ("dispatch", system.Dispatch is not null, "how sources, plants and links are run"),
        ])
        {
            if (!isThere)
            {
                yield return Error(
                    "WS5006", system.Name.En, $"has no '{key}:', which a year needs",
                    $"Add it to its system.yaml: {what}; networks/jiahe/system.yaml shows how.");
            }
        }
    }

    private static IEnumerable<Diagnostic> Inflow(CountySystem system, YearRequest request)
    {
        if (system.Resources is { } resources && resources.Years.All(y => y.Id != request.Inflow))
        {
            yield return Error(
                "WS5007", null, $"--inflow {request.Inflow}: the county has no year of that id",
                $"Choose {Listed(resources.Years.Select(y => y.Id))}, or add it to 'resources: years:'.");
        }
    }

    private static IEnumerable<Diagnostic> Links(CountySystem system, YearRequest request)
    {
        var known = system.Interconnections.Select(x => x.Id).ToHashSet(StringComparer.Ordinal);
        var asked = request.Without.Select(id => ("--without", id)).Concat(
            request.WithWithout.Where(id => id != YearRequest.AllLinks).Select(id => ("--with-without", id)));
        foreach (var (option, id) in asked.Distinct())
        {
            if (!known.Contains(id))
            {
                yield return Error(
                    "WS5008", null, $"{option} {id}: the county has no interconnection of that id",
                    known.Count == 0 ? "List it under 'interconnections:'." : $"Choose {Listed(known)}.");
            }
        }

        foreach (var id in request.Without.Intersect(request.WithWithout, StringComparer.Ordinal))
        {
            yield return Error(
                "WS5008", null, request.Scenarios.IsEmpty
                    ? $"{id} is named by --without and by --with-without, and is not used in either run"
                    : $"{id} is named by --with-without, and is not used anyway, by --without or by the scenario",
                "Leave one of them out.");
        }
    }

    private static string Listed(IEnumerable<string> ids) => string.Join(", ", ids.Order(StringComparer.Ordinal));

    private static Diagnostic Error(string code, string? element, string message, string remedy) => new()
    {
        Code = code,
        Severity = DiagnosticSeverity.Error,
        Element = element,
        Message = message,
        Remedy = remedy,
    };
}
