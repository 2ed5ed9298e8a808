namespace WaterSim.Planning.County;

/// <summary>
/// What of the water that users draw is not paid for, as shares of it, -; 0 or more and together less than 1. Leakage is not
/// among them: a network knows it as demand of its own.
/// </summary>
/// <param name="Unbilled">Authorised and not billed: flushing, fire fighting.</param>
/// <param name="Unauthorised">Taken without leave.</param>
/// <param name="MeterError">Drawn and not counted by meters.</param>
public sealed record ConsumptionShares(double Unbilled, double Unauthorised, double MeterError)
{
    /// <summary>What is billed of the water that users draw, -.</summary>
    public double Billed => 1 - Unbilled - Unauthorised - MeterError;
}
