using WaterSim.Planning.County;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Indicators;

/// <summary>
/// Same quality: age and free chlorine of towns' and villages' water over the last day of a run. With P_c people in community c:
/// <code>
/// age        a(class) = sum_c P_c a_c / sum_c P_c,      ratio a(rural) / a(urban)
/// residual   r(class) = sum_c P_c r_c / sum_c P_c,      r_c the lowest at any node and time of the day
/// below      people of the class with r_c &lt; limit
/// </code>
/// a_c mean age (s), r_c free chlorine (g/m3). What was not followed is null. Sources: limit at the tap, GB 5749-2022; age as a measure of
/// water's deterioration, AWWA and EES (2002), <i>Effects of Water Age on Distribution System Water Quality</i> (US EPA).
/// </summary>
public sealed record SameQuality
{
    /// <summary>Mean age of townspeople's water, s.</summary>
    public required double? UrbanAge { get; init; }

    /// <summary>Mean age of villagers' water, s.</summary>
    public required double? RuralAge { get; init; }

    /// <summary><see cref="RuralAge"/> over <see cref="UrbanAge"/>, -.</summary>
    public required double? AgeRatio { get; init; }

    /// <summary>Lowest free chlorine of townspeople's communities, mean by people, g/m3.</summary>
    public required double? UrbanChlorine { get; init; }

    /// <summary>Lowest free chlorine of villages, mean by people, g/m3.</summary>
    public required double? RuralChlorine { get; init; }

    /// <summary><see cref="RuralChlorine"/> over <see cref="UrbanChlorine"/>, -.</summary>
    public required double? ChlorineRatio { get; init; }

    /// <summary>Townspeople whose community falls below the limit at some node and time.</summary>
    public required int? UrbanPeopleBelow { get; init; }

    /// <summary>Villagers whose village falls below the limit at some node and time.</summary>
    public required int? RuralPeopleBelow { get; init; }

    /// <summary>Compares the water of a run.</summary>
    /// <param name="quality">Quality over the last day of a county's run.</param>
    /// <returns>The comparison, or null where neither age nor chlorine was followed.</returns>
    public static SameQuality? Of(CountyQuality? quality)
    {
        if (quality is null or { Age: null, Chlorine: null })
        {
            return null;
        }

        var urbanAge = Mean(quality, CommunityClass.Urban, c => c.MeanAge);
        var ruralAge = Mean(quality, CommunityClass.Rural, c => c.MeanAge);
        var urban = Mean(quality, CommunityClass.Urban, c => c.LowestChlorine);
        var rural = Mean(quality, CommunityClass.Rural, c => c.LowestChlorine);
        return new SameQuality
        {
            UrbanAge = urbanAge,
            RuralAge = ruralAge,
            AgeRatio = Equity.Ratio(ruralAge, urbanAge),
            UrbanChlorine = urban,
            RuralChlorine = rural,
            ChlorineRatio = Equity.Ratio(rural, urban),
            UrbanPeopleBelow = Below(quality, CommunityClass.Urban),
            RuralPeopleBelow = Below(quality, CommunityClass.Rural),
        };
    }

    private static double? Mean(CountyQuality quality, CommunityClass of, Func<CommunityQuality, double?> value) => Equity.Mean(
        quality.Communities
            .Where(c => c.Community.Class == of && value(c) is not null)
            .Select(c => (value(c)!.Value, (double)c.Community.People)));

    private static int? Below(CountyQuality quality, CommunityClass of) => quality.Chlorine?.Below
        .Where(c => c.Community.Class == of)
        .Sum(c => c.Community.People);
}
