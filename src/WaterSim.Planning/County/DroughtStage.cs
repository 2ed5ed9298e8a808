using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>A step of the drought ladder. What a milder stage orders holds on in the harder ones unless they say otherwise.</summary>
public sealed record DroughtStage
{
    /// <summary>Its id, unique among stages.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedName Name { get; init; }

    /// <summary>What is watched: the county's live storage or that of the emptiest reservoir in use.</summary>
    public required StageWatch Watch { get; init; }

    /// <summary>Begins where live storage falls below this share, -.</summary>
    public required double Below { get; init; }

    /// <summary>Ends where live storage is above this share again, -; at least <see cref="Below"/>.</summary>
    public required double Until { get; init; }

    /// <summary>Begins also where so many days of supply are left, d; null: not asked.</summary>
    public double? DaysLeft { get; init; }

    /// <summary>Balance weight from here on, yuan/m3; null: as before.</summary>
    public double? BalanceWeight { get; init; }

    /// <summary>Whether standby sources are drawn on.</summary>
    public bool Standby { get; init; }

    /// <summary>Whether links that are kept for droughts are opened.</summary>
    public bool OpenLinks { get; init; }

    /// <summary>Days that a reservoir below <see cref="Below"/> is made to last: a day draws at most its live storage over these; null: no cap.</summary>
    public double? CapDays { get; init; }

    /// <summary>Factor on the release to stream and fields, -; null: as before.</summary>
    public double? ReleaseFactor { get; init; }

    /// <summary>How much of their demand consumers are given; who is not named gets all, or what a milder stage said.</summary>
    public ImmutableArray<Ration> Rations { get; init; } = [];

    /// <summary>Hours of the day in which water is supplied, 0 to 23; empty: all, or what a milder stage said.</summary>
    public ImmutableArray<int> SupplyHours { get; init; } = [];
}
