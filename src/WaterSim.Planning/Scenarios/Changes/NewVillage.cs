using WaterSim.Planning.County;

namespace WaterSim.Planning.Scenarios.Changes;

/// <summary>A village is joined to the network by a pipe; it has one node.</summary>
public sealed record NewVillage : ScenarioChange
{
    /// <summary>Its id, and that of its node; its pipe is called by it with <c>-MAIN</c> behind.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedName Name { get; init; }

    /// <summary>Id of its town.</summary>
    public required string Town { get; init; }

    /// <summary>People.</summary>
    public required int People { get; init; }

    /// <summary>Use of a person, m3/s.</summary>
    public required double PerHead { get; init; }

    /// <summary>Least pressure head its standard asks for, m.</summary>
    public required double ServiceHead { get; init; }

    /// <summary>Ground, m.</summary>
    public required double Elevation { get; init; }

    /// <summary>Id of the junction from which its pipe leads.</summary>
    public required string FromNode { get; init; }

    /// <summary>Length of its pipe, m.</summary>
    public required double Length { get; init; }

    /// <summary>Inside diameter of its pipe, m.</summary>
    public required double Diameter { get; init; }

    /// <summary>Roughness of its pipe, in the terms of the network.</summary>
    public required double Roughness { get; init; }

    /// <summary>Pattern of the network that it follows, or null for the default.</summary>
    public string? Pattern { get; init; }
}
