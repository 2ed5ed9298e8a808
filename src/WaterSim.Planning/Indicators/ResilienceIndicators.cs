using WaterSim.Model;
using WaterSim.Planning.Coupling;

namespace WaterSim.Planning.Indicators;

/// <summary>
/// What the network has to spare: power at the taps (<see cref="PowerSurplus"/>), ways the water takes (<see cref="FlowEntropy"/>), and
/// water in store:
/// <code>
/// storage hours   t = V / q
/// </code>
/// V usable volume of treated water above tanks' lowest levels (m3), q mean of what is drawn (m3/s), t in s. All count the treated side
/// alone, from the clear wells on: clear wells and tanks that empty are its sources, tanks that fill take power out. Of demand outside
/// the communities nothing is needed but what it gets. Heads needed are ground and service head; the modified index counts all heads from
/// the lowest community's ground. Sources: with the two named; storage over mean supply is our own.
/// </summary>
public sealed record ResilienceIndicators
{
    /// <summary>Todini's index, mean over the run, -; null where it is defined at no time.</summary>
    public required double? Todini { get; init; }

    /// <summary>Lowest of Todini's index at a reported time, -.</summary>
    public required double? LeastTodini { get; init; }

    /// <summary>Reported time of <see cref="LeastTodini"/>: the first of several.</summary>
    public required TimeSpan LeastTodiniTime { get; init; }

    /// <summary>The modified index, mean over the run, -.</summary>
    public required double? ModifiedTodini { get; init; }

    /// <summary>Flow entropy at the reported time of highest draw, nats.</summary>
    public required double? FlowEntropy { get; init; }

    /// <summary>Time that full tanks and clear wells last at the run's mean draw, s; null where nothing is drawn.</summary>
    public required double? FullStorageTime { get; init; }

    /// <summary>Time that what was in store at the emptiest reported time lasts at the run's mean draw, s.</summary>
    public required double? LeastStorageTime { get; init; }

    internal static ResilienceIndicators Of(CountyRun run)
    {
        var side = new TreatedSide(run);
        double todini = 0, todiniWeight = 0, modified = 0, modifiedWeight = 0;
        double? least = null;
        var leastAt = 0;
        var peakAt = 0;
        for (var k = 0; k < run.Results.Times.Length; k++)
        {
            var power = side.Power(k);
            var weight = run.Statistics.Weight(k);
            if (power.Todini is { } index)
            {
                (todini, todiniWeight) = (todini + (weight * index), todiniWeight + weight);
                (least, leastAt) = least is null || index < least ? (index, k) : (least, leastAt);
            }

            if (power.Modified is { } other)
            {
                (modified, modifiedWeight) = (modified + (weight * other), modifiedWeight + weight);
            }

            peakAt = run.Uses.AtTime[k].All > run.Uses.AtTime[peakAt].All ? k : peakAt;
        }

        var (full, emptiest) = Storage(run);
        var drawn = run.Uses.Mean.Sum(u => u.All);
        return new ResilienceIndicators
        {
            Todini = todiniWeight > 0 ? todini / todiniWeight : null,
            LeastTodini = least,
            LeastTodiniTime = run.Results.Times.IsEmpty ? TimeSpan.Zero : run.Results.Times[leastAt],
            ModifiedTodini = modifiedWeight > 0 ? modified / modifiedWeight : null,
            FlowEntropy = run.Results.Times.IsEmpty ? null : side.Entropy(peakAt),
            FullStorageTime = drawn > 0 ? full / drawn : null,
            LeastStorageTime = drawn > 0 ? emptiest / drawn : null,
        };
    }

    private static (double Full, double Emptiest) Storage(CountyRun run)
    {
        var tanks = Enumerable.Range(0, run.Network.Nodes.Length)
            .Where(i => run.Network.Nodes[i] is Tank && !run.IsRaw[i])
            .Select(i => (Node: i, Tank: (Tank)run.Network.Nodes[i]))
            .Select(t => (t.Node, t.Tank, Volume: new TankVolume(t.Tank, run.Network)))
            .ToArray();
        var emptiest = double.PositiveInfinity;
        for (var k = 0; k < run.Results.Times.Length; k++)
        {
            double stored = 0;
            foreach (var (node, tank, volume) in tanks)
            {
                stored += volume.At(run.Results.Pressures(k)[node]) - volume.At(tank.MinimumLevel);
            }

            emptiest = Math.Min(emptiest, stored);
        }

        return (
            tanks.Sum(t => t.Volume.At(t.Tank.MaximumLevel) - t.Volume.At(t.Tank.MinimumLevel)),
            double.IsFinite(emptiest) ? emptiest : 0);
    }
}
