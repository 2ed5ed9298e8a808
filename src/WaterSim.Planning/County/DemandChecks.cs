using WaterSim.Model;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.County;

/// <summary>What must hold between <c>demand:</c>, <c>dispatch:</c>, communities, plants and the network.</summary>
internal sealed class DemandChecks(CountySystem system, SystemIndex index, DiagnosticBag bag)
{
    private const string Element = "demand";

    public void Check(Network? network)
    {
        if (system.Dispatch is not null)
        {
            CheckSources();
        }

        if (system.Demand is not null)
        {
            CheckClasses(system.Demand);
        }

        if (system.Demand is not null && network is not null)
        {
            CheckCategories(network);
            CheckCommunities(system.Demand, network);
            CheckPatterns(network);
        }
    }

    private void CheckSources()
    {
        var fed = system.Sources.SelectMany(s => s.Plants).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, at) in index.Plants)
        {
            if (!fed.Contains(id))
            {
                bag.Error(
                    "WS4058", at.Line, at.Column, $"no source feeds plant '{id}'",
                    "Name it under 'plants:' of the source that does.", $"plant {id}");
            }
        }
    }

    private void CheckClasses(DemandScheme scheme)
    {
        // Of a class that stands twice, one may be meant for the other.
        if (scheme.Classes.DistinctBy(c => c.Class).Count() < scheme.Classes.Length)
        {
            return;
        }

        foreach (var of in Enum.GetValues<CommunityClass>())
        {
            if (index.Households is { } at && scheme.Classes.All(c => c.Class != of) && system.Communities.Any(c => c.Class == of))
            {
                bag.Error(
                    "WS4054", at.Line, at.Column, $"households leave out class {of.ToString().ToLowerInvariant()}, which has communities",
                    "Add its use per head.", Element + " households");
            }
        }
    }

    private void CheckCategories(Network network)
    {
        var found = new Dictionary<string, (int Count, string Node)>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var junction in network.Nodes.OfType<Junction>())
        {
            foreach (var demand in junction.Demands.Where(d => d.Base != 0))
            {
                var category = demand.Category ?? "";
                if (found.TryGetValue(category, out var known))
                {
                    found[category] = (known.Count + 1, known.Node);
                }
                else
                {
                    found.Add(category, (1, junction.Id));
                    order.Add(category);
                }
            }
        }

        foreach (var (category, (at, element)) in index.Categories)
        {
            if (!found.ContainsKey(category))
            {
                bag.Error(
                    "WS4051", at.Line, at.Column, $"the network has no demand of category '{Printable.Text(category)}'",
                    "Correct its spelling (case matters) or remove it.", element);
            }
        }

        foreach (var category in order)
        {
            if (!index.Categories.ContainsKey(category) && (index.Uses ?? index.Demand) is { } at)
            {
                var (count, node) = found[category];
                bag.Error(
                    "WS4053", at.Line, at.Column,
                    FormattableString.Invariant($"no use has category '{Printable.Text(category)}', which {count} demands of the network have, node {Printable.Text(node)} first"),
                    category.Length > 0 ? "Name it under a use or under leakage." : "Give these demands a category in the network, or name \"\" under a use.",
                    Element + " uses");
            }
        }
    }

    private void CheckCommunities(DemandScheme scheme, Network network)
    {
        var uses = scheme.Uses.SelectMany(u => u.Categories.Select(c => (c, u.Use)))
            .DistinctBy(u => u.c, StringComparer.Ordinal).ToDictionary(u => u.c, u => u.Use, StringComparer.Ordinal);
        foreach (var community in system.Communities.DistinctBy(c => c.Id))
        {
            var (all, households) = (0.0, 0.0);
            foreach (var demand in community.Nodes.Select(network.FindNode).OfType<Junction>().SelectMany(j => j.Demands))
            {
                if (uses.TryGetValue(demand.Category ?? "", out var use))
                {
                    all += Math.Abs(demand.Base);
                    households += use == WaterUse.Domestic ? Math.Abs(demand.Base) : 0;
                }
            }

            if (!index.CommunityPlaces.TryGetValue(community.Id, out var at) || !index.CountsHold)
            {
                continue;
            }

            if (community.People == 0 && all > 0)
            {
                bag.Error(
                    "WS4055", at.Line, at.Column, $"'{community.Id}' has demand but no people",
                    "Give its people, or take its nodes from the list.", $"community {community.Id}");
            }
            else if (community.People > 0 && households == 0)
            {
                bag.Error(
                    "WS4056", at.Line, at.Column, FormattableString.Invariant($"the {community.People} people of '{community.Id}' have no household demand in the network"),
                    "Give one of its nodes a demand of a domestic category.", $"community {community.Id}");
            }
        }
    }

    private void CheckPatterns(Network network)
    {
        if (index.FestivalPattern is { } festival)
        {
            if (network.FindPattern(festival.Value) is not { } pattern)
            {
                bag.Error(
                    "WS4014", festival.Line, festival.Column, $"the network has no pattern '{Printable.Text(festival.Value)}'",
                    "Correct the id (case matters) or add the pattern to the network.", Element + " festival");
            }
            else
            {
                CheckPattern(network, pattern, festival);
            }
        }

        var used = network.Nodes.OfType<Junction>().SelectMany(j => j.Demands)
            .Where(d => d.Base != 0 && index.Categories.ContainsKey(d.Category ?? ""))
            .Select(d => d.PatternId ?? network.Options.DefaultPatternId)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var pattern in network.Patterns)
        {
            if (used.Contains(pattern.Id) && index.Demand is { } demand)
            {
                CheckPattern(network, pattern, demand);
            }
        }
    }

    private void CheckPattern(Network network, Pattern pattern, YamlValue at)
    {
        if (!DayShape.Fits(network, pattern))
        {
            bag.Error(
                "WS4057", at.Line, at.Column,
                FormattableString.Invariant($"pattern '{Printable.Text(pattern.Id)}' lasts {(network.Times.PatternStep * pattern.Multipliers.Length).TotalHours:0.##} h, which does not repeat with the day"),
                "Give it a number of multipliers that fills 24 h, a part of that or whole days.", Element);
        }
    }
}
