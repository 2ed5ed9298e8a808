using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Resources;

/// <summary>What holds at a stage of the drought ladder: its own orders, and those of the milder stages that it says nothing of.</summary>
public sealed record StageOrders
{
    private const int Uses = 3;

    /// <summary>The stage: its position in the dispatch's stages, -1 on normal days.</summary>
    public required int Stage { get; init; }

    /// <summary>As <see cref="DispatchScheme.BalanceWeight"/>, yuan/m3.</summary>
    public required double BalanceWeight { get; init; }

    /// <summary>Whether standby sources are drawn on.</summary>
    public required bool Standby { get; init; }

    /// <summary>Whether links that are kept for droughts are opened.</summary>
    public required bool OpenLinks { get; init; }

    /// <summary>Caps on low reservoirs, from the mildest stage to the hardest.</summary>
    public required ImmutableArray<StorageCap> Caps { get; init; }

    /// <summary>Factor on the release to stream and fields, -.</summary>
    public required double ReleaseFactor { get; init; }

    /// <summary>What consumers are given of their need, -, at position class * 3 + use.</summary>
    public required ImmutableArray<double> Rations { get; init; }

    /// <summary>Hours in which water is supplied, 0 to 23, rising; empty: all.</summary>
    public required ImmutableArray<int> SupplyHours { get; init; }

    /// <summary>What holds at a stage.</summary>
    /// <param name="dispatch">The dispatch.</param>
    /// <param name="stage">Position of the stage in the dispatch's stages, -1: a normal day.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such stage.</exception>
    public static StageOrders Of(DispatchScheme dispatch, int stage)
    {
        ArgumentNullException.ThrowIfNull(dispatch);
        ArgumentOutOfRangeException.ThrowIfLessThan(stage, -1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(stage, dispatch.Stages.Length);
        var (weight, standby, openLinks, release) = (dispatch.BalanceWeight, false, false, 1.0);
        var caps = ImmutableArray.CreateBuilder<StorageCap>();
        var rations = new double[2 * Uses];
        Array.Fill(rations, 1);
        ImmutableArray<int> hours = [];
        foreach (var rung in dispatch.Stages.AsSpan()[..(stage + 1)])
        {
            weight = rung.BalanceWeight ?? weight;
            standby |= rung.Standby;
            openLinks |= rung.OpenLinks;
            release = rung.ReleaseFactor ?? release;
            if (rung.CapDays is { } days)
            {
                caps.Add(new StorageCap(rung.Below, days));
            }

            foreach (var ration in rung.Rations)
            {
                rations[((int)ration.Class * Uses) + (int)ration.Use] = ration.Share;
            }

            hours = rung.SupplyHours.IsEmpty ? hours : rung.SupplyHours.Sort();
        }

        return new StageOrders
        {
            Stage = stage,
            BalanceWeight = weight,
            Standby = standby,
            OpenLinks = openLinks,
            Caps = caps.ToImmutable(),
            ReleaseFactor = release,
            Rations = [.. rations],
            SupplyHours = hours,
        };
    }

    /// <summary>What consumers are given of their need, -, 0 to 1.</summary>
    public double RationOf(CommunityClass of, WaterUse use) => Rations[((int)of * Uses) + (int)use];

    /// <summary>Days that a reservoir is made to last, d, or null where it is not capped: of the caps that hold for it, the hardest stage's.</summary>
    /// <param name="liveShare">Its live share, -; NaN of a spring, which is never capped.</param>
    public double? CapDays(double liveShare)
    {
        for (var i = Caps.Length - 1; i >= 0; i--)
        {
            if (liveShare < Caps[i].Below)
            {
                return Caps[i].Days;
            }
        }

        return null;
    }

    /// <summary>A day's shape where water is supplied in some hours only: none in the others, and the same volume over the day.</summary>
    /// <param name="shape">Multipliers of the hours 0 to 23, -, of mean 1.</param>
    /// <returns>
    /// Multipliers of mean 1: how much is saved is the ration's matter, timed supply says when it runs. Consumers fill their tanks in these
    /// hours; whether the pipes carry the higher flows is for the hydraulics to say.
    /// </returns>
    public ImmutableArray<double> Restrict(ImmutableArray<double> shape)
    {
        if (SupplyHours.IsEmpty)
        {
            return shape;
        }

        var sum = 0.0;
        foreach (var hour in SupplyHours)
        {
            sum += shape[hour];
        }

        var timed = new double[shape.Length];
        foreach (var hour in SupplyHours)
        {
            timed[hour] = sum > 0 ? shape[hour] * (shape.Length / sum) : (double)shape.Length / SupplyHours.Length;
        }

        return [.. timed];
    }

    /// <summary>The orders in English, such as <c>standby sources are drawn on; urban domestic gets 90 %</c>; <c>normal operation</c> where there are none.</summary>
    public string ToText()
    {
        var said = new List<string>();
        if (Stage >= 0)
        {
            said.Add(string.Create(CultureInfo.InvariantCulture, $"balance weight {BalanceWeight:0.###} yuan/m3"));
        }

        foreach (var cap in Caps)
        {
            said.Add(string.Create(
                CultureInfo.InvariantCulture, $"reservoirs below {100 * cap.Below:0.#} % are made to last {cap.Days:0.#} d"));
        }

        if (Standby)
        {
            said.Add("standby sources are drawn on");
        }

        if (OpenLinks)
        {
            said.Add("all links are open");
        }

        if (ReleaseFactor != 1)
        {
            said.Add(string.Create(CultureInfo.InvariantCulture, $"releases are {100 * ReleaseFactor:0.#} % of usual"));
        }

        for (var i = 0; i < Rations.Length; i++)
        {
            if (Rations[i] != 1)
            {
                var of = (CommunityClass)(i / Uses) == CommunityClass.Urban ? "urban" : "rural";
                var use = (WaterUse)(i % Uses) switch
                {
                    WaterUse.Domestic => "domestic",
                    WaterUse.Public => "public",
                    _ => "industry",
                };
                said.Add(string.Create(CultureInfo.InvariantCulture, $"{of} {use} gets {100 * Rations[i]:0.#} %"));
            }
        }

        if (!SupplyHours.IsEmpty)
        {
            said.Add("water runs in hours " + string.Join(", ", SupplyHours.Select(h => h.ToString(CultureInfo.InvariantCulture))));
        }

        return said.Count == 0 ? "normal operation" : string.Join("; ", said);
    }
}
