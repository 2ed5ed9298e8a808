using System.Collections.Immutable;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Indicators;

/// <summary>
/// Who is served, how long and how much. For community c with P_c people, service head h_c and nodes i, at reported times k that hold for
/// the share w_k of the run:
/// <code>
/// hours of supply   H_c = 24 sum_k w_k [p_ik > 0 at every node i]
/// continuity        U_c = sum_k w_k [p_ik >= h_c at every node i]
/// of the county     H = sum_c P_c H_c / sum_c P_c,  U alike
/// coverage          people of communities that a source reaches / people of the county
/// penetration       people with a tap / people covered, by class, from demand:
/// litres per head   l = domestic use of villages / people of villages with a tap
/// </code>
/// p pressure head (m). Units: H h/d, U, coverage and penetration -, l m3 a day. Sources: hours of supply and continuity, IBNET indicator
/// 15.1 (World Bank); served as <see cref="Results.ServiceSummary"/> defines it, by GB 50013; litres per head, SL 310.
/// </summary>
public sealed record ServiceIndicators
{
    private const double HoursPerDay = 24;
    private const double SecondsPerDay = 86_400;

    /// <summary>People of the county.</summary>
    public required int People { get; init; }

    /// <summary>People of communities at or above their service head at all times, with all the water they asked for.</summary>
    public required int PeopleServed { get; init; }

    /// <summary>Hours of supply H, mean by people, h/d.</summary>
    public required double? HoursOfSupply { get; init; }

    /// <summary>Continuity U at the service head, mean by people, -.</summary>
    public required double? Continuity { get; init; }

    /// <summary>Share of the county's people whose community a source reaches, -.</summary>
    public required double? Coverage { get; init; }

    /// <summary>Villages that a source reaches.</summary>
    public required int VillagesReached { get; init; }

    /// <summary>Villages of the county.</summary>
    public required int Villages { get; init; }

    /// <summary>Share of townspeople who have a tap, -; null without <c>demand:</c>.</summary>
    public required double? UrbanPenetration { get; init; }

    /// <summary>Share of villagers who have a tap, -; null without <c>demand:</c>.</summary>
    public required double? RuralPenetration { get; init; }

    /// <summary>Household use of a villager with a tap, m3 a day; null without <c>demand:</c>.</summary>
    public required double? RuralPerHead { get; init; }

    /// <summary>Household use of a town dweller with a tap, m3 a day; null without <c>demand:</c>.</summary>
    public required double? UrbanPerHead { get; init; }

    /// <summary>One entry per community, in the system file's order.</summary>
    public required ImmutableArray<CommunityContinuity> Communities { get; init; }

    internal static ServiceIndicators Of(CountyRun run)
    {
        var (system, service) = (run.System, run.Summary.Service!);
        var communities = system.Communities.Select((c, at) => Judge(run, c, at)).ToImmutableArray();
        var reached = service.Communities.Where(c => c.MinimumPressure is not null).Select(c => c.Community).ToArray();
        return new ServiceIndicators
        {
            People = service.People,
            PeopleServed = service.PeopleServed,
            HoursOfSupply = Equity.Mean(communities.Select(c => (c.HoursOfSupply, (double)c.Community.People))),
            Continuity = Equity.Mean(communities.Select(c => (c.Continuity, (double)c.Community.People))),
            Coverage = Equity.Ratio(reached.Sum(c => c.People), system.People),
            VillagesReached = reached.Count(c => c.Class == CommunityClass.Rural),
            Villages = system.Towns.Sum(t => t.Villages),
            UrbanPenetration = Penetration(system, CommunityClass.Urban),
            RuralPenetration = Penetration(system, CommunityClass.Rural),
            RuralPerHead = PerHead(run, CommunityClass.Rural),
            UrbanPerHead = PerHead(run, CommunityClass.Urban),
            Communities = communities,
        };
    }

    private static CommunityContinuity Judge(CountyRun run, Community community, int at)
    {
        double without = 0, below = 0;
        for (var k = 0; k < run.Results.Times.Length; k++)
        {
            var pressures = run.Results.Pressures(k);
            var least = double.PositiveInfinity;
            foreach (var i in run.Nodes[at])
            {
                // A node that no source reaches has no pressure at all.
                least = Math.Min(least, double.IsNaN(pressures[i]) ? double.NegativeInfinity : pressures[i]);
            }

            without += least > 0 ? 0 : run.Statistics.Weight(k);
            below += least >= community.ServiceHead ? 0 : run.Statistics.Weight(k);
        }

        var taps = community.People * Penetration(run.System, community.Class);
        return new CommunityContinuity(
            community, HoursPerDay * (1 - without), 1 - below, taps > 0 ? run.CommunityUse[at].Domestic * SecondsPerDay / taps : null);
    }

    private static double? PerHead(CountyRun run, CommunityClass of)
    {
        double use = 0, people = 0;
        for (var c = 0; c < run.System.Communities.Length; c++)
        {
            if (run.System.Communities[c].Class == of)
            {
                use += run.CommunityUse[c].Domestic;
                people += run.System.Communities[c].People;
            }
        }

        return Equity.Ratio(use * SecondsPerDay, people * Penetration(run.System, of));
    }

    private static double? Penetration(CountySystem system, CommunityClass of) =>
        system.Demand?.Classes.FirstOrDefault(c => c.Class == of)?.Penetration;
}
