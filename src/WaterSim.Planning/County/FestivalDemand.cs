namespace WaterSim.Planning.County;

/// <summary>The Spring Festival, when those who work elsewhere come home. Its days follow the lunar calendar.</summary>
public sealed record FestivalDemand
{
    /// <summary>Days before New Year's Eve on which it begins.</summary>
    public required int DaysBefore { get; init; }

    /// <summary>Days after New Year's Eve on which it ends.</summary>
    public required int DaysAfter { get; init; }

    /// <summary>Factor on the people of villages, -.</summary>
    public required double RuralPeople { get; init; }

    /// <summary>Factor on what a person uses, -, in place of the month's factor.</summary>
    public required double PerHead { get; init; }

    /// <summary>Pattern of the network that village households follow in these days, or null for their usual one.</summary>
    public string? RuralPattern { get; init; }
}
