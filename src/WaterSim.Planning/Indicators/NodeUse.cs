namespace WaterSim.Planning.Indicators;

/// <summary>What a node drew, mean over a run, m3/s.</summary>
/// <param name="Domestic">By households; 0 where <c>demand:</c> does not tell uses apart.</param>
/// <param name="Other">By all other users.</param>
/// <param name="Leakage">By leakage: demands of its categories and leaks of pipes.</param>
internal readonly record struct NodeUse(double Domestic, double Other, double Leakage)
{
    public double Consumption => Domestic + Other;

    public double All => Domestic + Other + Leakage;

    public static NodeUse operator +(NodeUse a, NodeUse b) =>
        new(a.Domestic + b.Domestic, a.Other + b.Other, a.Leakage + b.Leakage);
}
