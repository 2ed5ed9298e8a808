using System.Collections.Immutable;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Indicators;

/// <summary>
/// Judges a county by its standards, and says how many people miss them. A community's people count with its worst node at its worst
/// time; a standard of the county as a whole, such as leakage, is missed by all its people or by none. Only what the system file gives a
/// limit for is judged; where the run did not follow what tells, the judgement is unknown. Sources: the limits', see the county's own notes on <c>standards:</c>; usual ones are
/// GB 50013 (heads), GB 5749-2022 (chlorine), CJJ 92-2016 (leakage).
/// </summary>
public static class StandardsCheck
{
    /// <summary>
    /// By how much of its limit a figure of the whole county may pass it, -: demands in network files are rounded, and a leakage of 12 %
    /// must not miss 12 % for that.
    /// </summary>
    public const double Rounding = 1e-4;

    /// <summary>Judges a run.</summary>
    /// <param name="system">The county.</param>
    /// <param name="service">Who was served.</param>
    /// <param name="quality">Quality over the last day, or null.</param>
    /// <param name="indicators">Continuity and use per head.</param>
    /// <param name="losses">Losses.</param>
    /// <param name="energy">Energy.</param>
    public static ImmutableArray<StandardResult> Of(
        CountySystem system, ServiceSummary service, CountyQuality? quality, ServiceIndicators indicators, LossIndicators losses,
        EnergyIndicators energy)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(indicators);
        ArgumentNullException.ThrowIfNull(losses);
        ArgumentNullException.ThrowIfNull(energy);
        var limits = system.Standards ?? new ServiceStandards();
        return
        [
            .. Heads(service, limits),
            .. Chlorine(system, quality),
            .. PerHead(indicators, limits.RuralPerHead),
            .. Penetration(system, indicators.RuralPenetration, limits.RuralPenetration),
            .. AtMost(Standard.Leakage, limits.Leakage, losses.LossRate, system.People),
            .. AtMost(Standard.LeakageTarget, limits.LeakageTarget, losses.LossRate, system.People),
            .. AtMost(Standard.PumpEnergy, limits.PumpEnergyRatio, energy.OverWork, null),
        ];
    }

    /// <summary>Judges how often a year was short of water, community by community.</summary>
    /// <param name="system">The county.</param>
    /// <param name="year">Its year.</param>
    /// <returns>The judgement, or null where the system file gives no limit.</returns>
    public static StandardResult? Of(CountySystem system, YearSummary year)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(year);
        if (system.Standards?.DaysShort is not { } limit)
        {
            return null;
        }

        var failing = system.Communities.Where((_, c) => year.Communities[c].DaysShort >= limit).Sum(c => c.People);
        var worst = year.Communities.Select(c => c.DaysShort).DefaultIfEmpty(0).Max();
        return new StandardResult(Standard.DaysShort, limit, worst, worst < limit, failing);
    }

    private static IEnumerable<StandardResult> Heads(ServiceSummary service, ServiceStandards limits)
    {
        var communities = service.Communities;
        yield return Judge(
            Standard.ServiceHead, null, communities, c => c.Community, c => c.MinimumPressure, (c, p) => p >= c.ServiceHead, lowestIsWorst: true);
        if (limits.MaximumHead is { } most)
        {
            // Where no source reaches, no pressure is too high.
            yield return Judge(
                Standard.MaximumHead, most, communities.Where(c => c.MaximumPressure is not null), c => c.Community, c => c.MaximumPressure,
                (_, p) => p <= most, lowestIsWorst: false);
        }

        if (limits.HydrantHead is { } least)
        {
            yield return Judge(
                Standard.HydrantHead, least, communities.Where(c => c.Community.Class == CommunityClass.Urban), c => c.Community,
                c => c.MinimumPressure, (_, p) => p >= least, lowestIsWorst: true);
        }
    }

    private static IEnumerable<StandardResult> Chlorine(CountySystem system, CountyQuality? quality)
    {
        if (quality?.Chlorine is not { } chlorine)
        {
            if (system.Chlorine?.Limits is { } unknown)
            {
                yield return Unknown(Standard.PlantChlorine, unknown.PlantOutletMinimum);
                yield return Unknown(Standard.TapChlorine, unknown.TapMinimum);
                yield return Unknown(Standard.MaximumChlorine, unknown.Maximum);
            }

            yield break;
        }

        var limits = chlorine.Limits;
        var leaving = chlorine.Plants.Select(p => p.Lowest).DefaultIfEmpty(double.NaN).Min();
        yield return new StandardResult(
            Standard.PlantChlorine, limits.PlantOutletMinimum, double.IsNaN(leaving) ? null : leaving,
            !(leaving < limits.PlantOutletMinimum), null);
        yield return Judge(
            Standard.TapChlorine, limits.TapMinimum, quality.Communities, c => c.Community, c => c.LowestChlorine,
            (_, r) => r >= limits.TapMinimum, lowestIsWorst: true);
        yield return Judge(
            Standard.MaximumChlorine, limits.Maximum, quality.Communities, c => c.Community, c => c.HighestChlorine,
            (_, r) => r <= limits.Maximum, lowestIsWorst: false);
    }

    private static IEnumerable<StandardResult> PerHead(ServiceIndicators indicators, double? limit)
    {
        var villages = indicators.Communities
            .Where(c => c.Community.Class == CommunityClass.Rural && c.DomesticPerHead is not null)
            .ToArray();
        if (limit is { } least)
        {
            yield return villages.Length == 0
                ? Unknown(Standard.RuralPerHead, least)
                : Judge(
                    Standard.RuralPerHead, least, villages, c => c.Community, c => c.DomesticPerHead, (_, l) => l >= least, lowestIsWorst: true);
        }
    }

    // Where too few have a tap, those fail who would have one if the standard held.
    private static IEnumerable<StandardResult> Penetration(CountySystem system, double? value, double? limit)
    {
        if (limit is { } least)
        {
            var villagers = system.Communities.Where(c => c.Class == CommunityClass.Rural).Sum(c => (double)c.People);
            yield return value is not { } share
                ? Unknown(Standard.RuralPenetration, least)
                : new StandardResult(
                    Standard.RuralPenetration, least, share, share >= least, (int)Math.Round(Math.Max(0, least - share) * villagers));
        }
    }

    private static IEnumerable<StandardResult> AtMost(Standard standard, double? limit, double? value, int? people)
    {
        if (limit is not { } most)
        {
            yield break;
        }

        if (value is not { } found)
        {
            yield return Unknown(standard, most);
            yield break;
        }

        var passes = found <= most * (1 + Rounding);
        yield return new StandardResult(standard, most, found, passes, passes && people is not null ? 0 : people);
    }

    private static StandardResult Unknown(Standard standard, double limit) => new(standard, limit, null, null, null);

    private static StandardResult Judge<T>(
        Standard standard, double? limit, IEnumerable<T> judged, Func<T, Community> community, Func<T, double?> value,
        Func<Community, double, bool> holds, bool lowestIsWorst)
    {
        double? worst = null;
        var (any, missing) = (false, false);
        var failing = 0;
        foreach (var one in judged)
        {
            if (value(one) is not { } found)
            {
                (any, missing) = (true, true);
                failing += community(one).People;
                continue;
            }

            worst = worst is { } before ? lowestIsWorst ? Math.Min(before, found) : Math.Max(before, found) : found;
            if (!holds(community(one), found))
            {
                any = true;
                failing += community(one).People;
            }
        }

        return new StandardResult(standard, limit, missing ? null : worst, !any, failing);
    }
}
