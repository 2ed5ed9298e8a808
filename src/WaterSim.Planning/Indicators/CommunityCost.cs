using WaterSim.Planning.County;

namespace WaterSim.Planning.Indicators;

/// <summary>What it costs to serve a community.</summary>
/// <param name="Community">The community.</param>
/// <param name="Cost">Cost of the water it draws and of what leaks there, yuan/a.</param>
/// <param name="Billed">Water billed, m3/a.</param>
/// <param name="Price">Its tariff, yuan/m3; with blocks, that of the first.</param>
public sealed record CommunityCost(Community Community, double Cost, double Billed, double Price)
{
    /// <summary>Cost of a m3 billed, yuan/m3; null where none is.</summary>
    public double? UnitCost => Equity.Ratio(Cost, Billed);

    /// <summary>What it pays, yuan/a.</summary>
    public double Revenue { get; init; } = Price * Billed;

    /// <summary>Revenue less cost, yuan/a; negative where others must pay for it.</summary>
    public double Surplus => Revenue - Cost;
}
