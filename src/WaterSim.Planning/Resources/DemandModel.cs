using WaterSim.Planning.County;

namespace WaterSim.Planning.Resources;

/// <summary>Who needs how much water when.</summary>
public sealed class DemandModel
{
    private DemandModel()
    {
    }

    /// <summary>Factor on the network's own base demand of a community and use, -.</summary>
    public double Scale(int community, WaterUse use) => throw new NotSupportedException("to come");

    /// <summary>What a category of the network's demands is.</summary>
    public (WaterUse? Use, bool IsLeakage) KindOf(string? category) => throw new NotSupportedException("to come");
}
