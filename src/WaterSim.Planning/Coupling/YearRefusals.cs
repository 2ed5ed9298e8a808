using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Coupling;

/// <summary>Why a year cannot be run.</summary>
internal static class YearRefusals
{
    /// <summary>Diagnostics; empty where it can be.</summary>
    public static ImmutableArray<Diagnostic> Of(CountySystem system, YearOptions options)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (has, key) in (ReadOnlySpan<(bool, string)>)
            [(system.Resources is not null, "resources"), (system.Demand is not null, "demand"), (system.Dispatch is not null, "dispatch")])
        {
            if (!has)
            {
                found.Add(Refusal(
                    "WS4085", $"the county system has no '{key}:'", $"Add '{key}:' to its file; networks/jiahe/system.yaml shows one."));
            }
        }

        if (system.Resources is { } resources && resources.Years.All(y => y.Id != options.Inflow))
        {
            found.Add(Refusal(
                "WS4086", $"there is no year of inflow '{options.Inflow}'",
                $"Name one of: {string.Join(", ", resources.Years.Select(y => y.Id))}."));
        }

        foreach (var id in options.Shut)
        {
            if (system.Interconnections.All(x => x.Id != id))
            {
                found.Add(Refusal(
                    "WS4087", $"there is no interconnection '{id}'",
                    $"Name one of: {string.Join(", ", system.Interconnections.Select(x => x.Id))}."));
            }
        }

        foreach (var outage in options.SourcesOut)
        {
            if (system.Sources.All(s => s.Id != outage.Source))
            {
                found.Add(Refusal(
                    "WS4089", $"there is no source '{outage.Source}'",
                    $"Name one of: {string.Join(", ", system.Sources.Select(s => s.Id))}."));
            }
        }

        if (options.Days < 1)
        {
            found.Add(Refusal("WS4088", FormattableString.Invariant($"{options.Days} days cannot be run"), "Run one day at least."));
        }

        return found.ToImmutable();
    }

    private static Diagnostic Refusal(string code, string message, string remedy) => new()
    {
        Code = code,
        Severity = DiagnosticSeverity.Error,
        Element = "year",
        Message = message,
        Remedy = remedy,
    };
}
