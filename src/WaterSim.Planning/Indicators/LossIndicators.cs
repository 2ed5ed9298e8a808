using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Indicators;

/// <summary>
/// Where the supplied water goes, by the standard balance of the International Water Association; mean flows, m3/s:
/// <code>
/// system input = authorised consumption + apparent losses + real losses
/// authorised   = billed + unbilled
/// apparent     = unauthorised + meter error
/// real         = leakage of mains and services + overflow of tanks
/// gross loss rate    R = (system input - authorised) / system input
/// non-revenue water  N = (system input - billed) / system input
/// night flow         lowest reported draw from 02:00 to 04:00
/// </code>
/// The balance is built up from what is drawn: unbilled, unauthorised and uncounted water are the shares of consumption that
/// <c>economy:</c> gives (0 without), leakage is what the network says, and what tanks gained or lost is no part of it. R is the gross rate
/// (R_WL) of CJJ 92-2016, eq. 5.2.2-2; the rate judged there lessens it for household meters, length of pipe, pressure and frost, which is
/// not done here, so that R is the stricter. Sources: Lambert and Hirner (2000), IWA Blue Pages, <i>Losses from Water Supply Systems</i>;
/// CJJ 92-2016 as revised in 2018.
/// </summary>
public sealed record LossIndicators
{
    private const double MetersPerKilometer = 1000;
    private static readonly TimeSpan NightFrom = TimeSpan.FromHours(2);
    private static readonly TimeSpan NightTo = TimeSpan.FromHours(4);

    /// <summary>Water put into the network and drawn or lost from it, m3/s.</summary>
    public required double SystemInput { get; init; }

    /// <summary>Consumption that is billed, m3/s.</summary>
    public required double Billed { get; init; }

    /// <summary>Authorised consumption that is not billed, m3/s.</summary>
    public required double Unbilled { get; init; }

    /// <summary>Taken without leave, m3/s.</summary>
    public required double Unauthorised { get; init; }

    /// <summary>Drawn and not counted by meters, m3/s.</summary>
    public required double MeterError { get; init; }

    /// <summary>Leakage, m3/s.</summary>
    public required double Leakage { get; init; }

    /// <summary>Overflow of full tanks, m3/s.</summary>
    public required double Overflow { get; init; }

    /// <summary>Lowest reported draw between 02:00 and 04:00, leakage included, m3/s; null where no such time was reported.</summary>
    public required double? NightFlow { get; init; }

    /// <summary>Share of leakage in <see cref="NightFlow"/>, -.</summary>
    public required double? NightLeakage { get; init; }

    /// <summary>Real losses over the length of pipes, m3/s per km; null for a network without pipes.</summary>
    public required double? LossPerKilometer { get; init; }

    /// <summary>Authorised consumption, m3/s.</summary>
    public double Authorised => Billed + Unbilled;

    /// <summary>Apparent losses, m3/s.</summary>
    public double ApparentLosses => Unauthorised + MeterError;

    /// <summary>Real losses, m3/s.</summary>
    public double RealLosses => Leakage + Overflow;

    /// <summary>Gross loss rate R, -; null where nothing was supplied.</summary>
    public double? LossRate => Equity.Ratio(SystemInput - Authorised, SystemInput);

    /// <summary>Non-revenue water N, -; null where nothing was supplied.</summary>
    public double? NonRevenue => Equity.Ratio(SystemInput - Billed, SystemInput);

    /// <summary>The balance of a run.</summary>
    /// <param name="consumption">Water that users drew, m3/s.</param>
    /// <param name="leakage">Water that leaked, m3/s.</param>
    /// <param name="overflow">Water that tanks spilled, m3/s.</param>
    /// <param name="shares">What of the consumption is not billed.</param>
    public static LossIndicators Balance(double consumption, double leakage, double overflow, ConsumptionShares shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        return new LossIndicators
        {
            SystemInput = consumption + leakage + overflow,
            Billed = consumption * shares.Billed,
            Unbilled = consumption * shares.Unbilled,
            Unauthorised = consumption * shares.Unauthorised,
            MeterError = consumption * shares.MeterError,
            Leakage = leakage,
            Overflow = overflow,
            NightFlow = null,
            NightLeakage = null,
            LossPerKilometer = null,
        };
    }

    internal static LossIndicators Of(CountyRun run)
    {
        var all = run.Uses.Mean.Aggregate(default(NodeUse), (sum, use) => sum + use);
        var seconds = run.Summary.Duration.TotalSeconds;
        var balance = Balance(
            all.Consumption,
            all.Leakage,
            seconds > 0 ? run.Results.Balance.Overflow / seconds : 0,
            run.System.Economy?.Consumption ?? new ConsumptionShares(0, 0, 0));
        var nights = Enumerable.Range(0, run.Results.Times.Length).Where(k => IsNight(run, k)).ToArray();
        var night = nights.Length == 0 ? default : run.Uses.AtTime[nights.MinBy(k => run.Uses.AtTime[k].All)];
        return balance with
        {
            NightFlow = nights.Length == 0 ? null : night.All,
            NightLeakage = nights.Length == 0 ? null : Equity.Ratio(night.Leakage, night.All),
            LossPerKilometer = Equity.Ratio(balance.RealLosses, run.Network.Links.OfType<Pipe>().Sum(p => p.Length) / MetersPerKilometer),
        };
    }

    private static bool IsNight(CountyRun run, int k)
    {
        var clock = (run.Results.Times[k] + run.Network.Times.StartClockTime).Ticks % TimeSpan.TicksPerDay;
        return clock >= NightFrom.Ticks && clock <= NightTo.Ticks;
    }
}
