using System.Globalization;
using JiaheLayout.Draft;

namespace JiaheLayout.Output;

/// <summary>What was laid out, in a few lines: the figures README.md quotes.</summary>
internal static class Summary
{
    public static string Of(NetworkDraft draft)
    {
        var nodes = draft.Junctions.Count + draft.Reservoirs.Count + draft.Tanks.Count;
        var links = draft.Pipes.Count + draft.Pumps.Count + draft.Valves.Count;
        var degree = draft.Pipes.SelectMany(p => new[] { p.From, p.To })
            .Concat(draft.Pumps.SelectMany(p => new[] { p.From, p.To }))
            .Concat(draft.Valves.SelectMany(v => new[] { v.From, v.To }))
            .GroupBy(n => n, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var dead = draft.Junctions.Count(j => degree[j.Id] == 1);
        var loops = links - nodes + 1;
        return string.Create(CultureInfo.InvariantCulture, $"""
            {nodes} nodes ({draft.Junctions.Count} junctions, {draft.Reservoirs.Count} reservoirs, {draft.Tanks.Count} tanks)
            {links} links ({draft.Pipes.Count} pipes, {draft.Pumps.Count} pumps, {draft.Valves.Count} valves, of them {draft.Valves.Count(v => v.Kind == "PRV")} PRV)
            {draft.Communities.Sum(c => c.People)} people in {draft.Communities.Count} communities, {draft.Demands.Select(d => d.Node).Distinct(StringComparer.Ordinal).Count()} demand nodes
            {loops} independent loops, loop index {loops / ((2.0 * nodes) - 5):0.000}, dead ends {100.0 * dead / draft.Junctions.Count:0.0} % of the junctions
            {Kilometres(draft)}
            """);
    }

    private static string Kilometres(NetworkDraft draft)
    {
        var total = draft.Pipes.Sum(p => p.LengthM);
        var bySize = draft.Pipes.OrderBy(p => p.Size.InnerMm).ToList();
        var sum = 0.0;
        var median = bySize.First(p => (sum += p.LengthM) >= total / 2).Size;
        var sizes = bySize.GroupBy(p => p.Size.Name, StringComparer.Ordinal).Select(g => Km(g.Key, g));
        var kinds = draft.Pipes.GroupBy(p => p.Tag, StringComparer.Ordinal).Select(g => Km(g.Key, g));
        return string.Create(CultureInfo.InvariantCulture, $"""
            {total / 1000:0.0} km of pipe, length-weighted median diameter {median.InnerMm} mm ({median.Name})
            km by size: {string.Join(", ", sizes)}
            km by kind: {string.Join(", ", kinds)}
            """);
    }

    private static string Km(string name, IEnumerable<DraftPipe> pipes) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} {pipes.Sum(p => p.LengthM) / 1000:0.0}");
}
