using System.Collections.Immutable;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Resources;

/// <summary>Who needs how much water on a day and at which hours; immutable.</summary>
/// <remarks>
/// A day's need of a community and use is <see cref="Average"/> times <see cref="Factor"/>, spread over the hours by
/// <see cref="Shape"/>. Leakage is no need: it follows pressure and stands apart.
/// </remarks>
public sealed class DemandModel
{
    private const int Uses = 3;
    private const int Groups = 2 * Uses;
    private const double SecondsPerDay = 86_400;

    private readonly DemandScheme _scheme;
    private readonly DayVariation _variation;
    private readonly Dictionary<string, WaterUse> _uses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leakage;
    private readonly double[] _average;
    private readonly double[] _scale;
    private readonly ImmutableArray<double>[] _shapes;
    private readonly ImmutableArray<double>? _festivalShape;

    private DemandModel(CountySystem system, DemandScheme scheme, Network network, int year, long seed)
    {
        _scheme = scheme;
        Year = year;
        _variation = new DayVariation(scheme.DailyVariation, seed);
        foreach (var use in scheme.Uses)
        {
            foreach (var category in use.Categories)
            {
                _uses.TryAdd(category, use.Use);
            }
        }

        _leakage = scheme.Leakage is { } leakage ? new(leakage.Categories, StringComparer.Ordinal) : [];
        _average = new double[system.Communities.Length * Uses];
        _scale = new double[_average.Length];
        var mixes = new DemandMix[Groups];
        for (var g = 0; g < Groups; g++)
        {
            mixes[g] = new DemandMix(network);
        }

        for (var c = 0; c < system.Communities.Length; c++)
        {
            Add(system.Communities[c], c, network, mixes);
        }

        _shapes = [.. mixes.Select(m => m.Shape())];
        if (scheme.Festival?.RuralPattern is { } festival)
        {
            var mix = new DemandMix(network);
            mix.Add(festival, 1);
            _festivalShape = mix.Shape();
        }
    }

    /// <summary>The year whose people and uses it holds.</summary>
    public int Year { get; }

    /// <summary>The demand of a county.</summary>
    /// <param name="system">The county, with <see cref="CountySystem.Demand"/>.</param>
    /// <param name="network">The network that was read with it.</param>
    /// <param name="year">The year to whose people and uses it grows, whatever days are asked for.</param>
    /// <param name="seed">Chooses the days that are above and below their month's mean.</param>
    /// <exception cref="ArgumentException">The system says nothing of demand, or the network is another's.</exception>
    public static DemandModel Of(CountySystem system, Network network, int year, long seed)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(network);
        var scheme = system.Demand ?? throw new ArgumentException("The system has no demand. Add 'demand:' to its file.", nameof(system));
        return new DemandModel(system, scheme, network, year, seed);
    }

    /// <summary>Need of an average day of the year, m3/d.</summary>
    /// <param name="community">Position of the community in the system.</param>
    /// <param name="use">The use.</param>
    /// <returns>
    /// Of households, people times use per head, with the community's factor, times the share who have a tap, grown with the people; of other uses, and of households
    /// of a class the scheme does not tell, the base demands of the network, grown at their own rate.
    /// </returns>
    public double Average(int community, WaterUse use) => _average[Position(community, use)];

    /// <summary>What each base demand of a community and use is to be multiplied by to give <see cref="Average"/>, -; 0 where the network has none.</summary>
    /// <param name="community">Position of the community in the system.</param>
    /// <param name="use">The use.</param>
    /// <remarks>The network's demand multiplier is counted among its demands, its patterns are not: a base is the average.</remarks>
    public double Scale(int community, WaterUse use) => _scale[Position(community, use)];

    /// <summary>What a day's need is of that of an average day, -: the month, or the festival for households, and the day's variation.</summary>
    /// <param name="of">Town or village.</param>
    /// <param name="use">The use.</param>
    /// <param name="day">The day; the same day always has the same factor.</param>
    public double Factor(CommunityClass of, WaterUse use, DateOnly day)
    {
        var season = use == WaterUse.Domestic && _scheme.Festival is { } festival && IsFestival(day)
            ? festival.PerHead * (of == CommunityClass.Rural ? festival.RuralPeople : 1)
            : _scheme.Months[day.Month - 1];
        return season * _variation.Of(day);
    }

    /// <summary>Multipliers of the hours 0 to 23 of a day, -; mean 1.</summary>
    /// <param name="of">Town or village.</param>
    /// <param name="use">The use.</param>
    /// <param name="day">The day: at the festival villages' households have a shape of their own.</param>
    /// <returns>The mean of the patterns of the network's demands of that class and use, by their bases; all 1 where there are none.</returns>
    public ImmutableArray<double> Shape(CommunityClass of, WaterUse use, DateOnly day) =>
        of == CommunityClass.Rural && use == WaterUse.Domestic && _festivalShape is { } shape && IsFestival(day)
            ? shape
            : _shapes[((int)of * Uses) + (int)use];

    /// <summary>Whether a day belongs to the Spring Festival.</summary>
    public bool IsFestival(DateOnly day) =>
        _scheme.Festival is { } festival && SpringFestival.Holds(day, festival.DaysBefore, festival.DaysAfter);

    /// <summary>What a demand category of the network is: a use, leakage, or, where the scheme does not name it, neither.</summary>
    /// <param name="category">The category; null, as an empty text, of a demand without one.</param>
    public (WaterUse? Use, bool IsLeakage) KindOf(string? category) =>
        _uses.TryGetValue(category ?? "", out var use) ? (use, false) : (null, _leakage.Contains(category ?? ""));

    private void Add(Community community, int position, Network network, DemandMix[] mixes)
    {
        Span<double> bases = stackalloc double[Uses];
        foreach (var id in community.Nodes)
        {
            if (network.FindNode(id) is not Junction junction)
            {
                throw CallerMistake.SystemDoesNotFit($"The network has no junction {id}.", "network");
            }

            foreach (var demand in junction.Demands)
            {
                if (KindOf(demand.Category).Use is { } use)
                {
                    var volume = demand.Base * network.Options.DemandMultiplier * SecondsPerDay;
                    bases[(int)use] += volume;
                    mixes[((int)community.Class * Uses) + (int)use].Add(demand.PatternId ?? network.Options.DefaultPatternId, volume);
                }
            }
        }

        var years = Year - _scheme.BaseYear;
        for (var u = 0; u < Uses; u++)
        {
            var use = (WaterUse)u;
            var average = use == WaterUse.Domestic
                ? Households(community, bases[u]) * Grown(_scheme.Growth, years)
                : bases[u] * Grown(GrowthOf(use), years);
            _average[Position(position, use)] = average;
            _scale[Position(position, use)] = bases[u] == 0 ? 0 : average / bases[u];
        }
    }

    private double Households(Community community, double network)
    {
        foreach (var of in _scheme.Classes)
        {
            if (of.Class == community.Class)
            {
                return community.People * of.PerHead * of.Penetration * community.HouseholdFactor;
            }
        }

        return network;
    }

    private double GrowthOf(WaterUse use)
    {
        foreach (var of in _scheme.Uses)
        {
            if (of.Use == use)
            {
                return of.Growth;
            }
        }

        return 0;
    }

    // By multiplication, which every machine rounds alike.
    private static double Grown(double rate, int years)
    {
        var factor = 1.0;
        for (var i = 0; i < Math.Abs(years); i++)
        {
            factor *= 1 + rate;
        }

        return years < 0 ? 1 / factor : factor;
    }

    private static int Position(int community, WaterUse use) => (community * Uses) + (int)use;
}
