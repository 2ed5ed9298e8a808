using System.Collections.Immutable;
using WaterSim.Cli.Commands;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Resources;

namespace WaterSim.Cli.Tests;

/// <summary>
/// Runs of networks/jiahe whose days are made up, each told from its number alone: what the command does with days is tested
/// without waiting for them.
/// </summary>
internal sealed class MadeUpYear(string folder) : IYearRunner
{
    /// <summary>Called after each day with the number of days done.</summary>
    public Action<int>? After { get; init; }

    /// <summary>Days on which allocation and pipes differ.</summary>
    public int Disagreeing { get; init; }

    /// <summary>What every year is off by, of its water.</summary>
    public double BalanceError { get; init; }

    public NetworkInput Read(string path)
    {
        var input = NetworkInput.Read(folder);
        return input with { System = Complete(input.System!) };
    }

    public (IYearRun? Run, ImmutableArray<Diagnostic> Diagnostics) Start(
        NetworkInput input, YearRequest request, ImmutableArray<string> without) =>
        (new Run(this, input.System!, request, without.Length, 0), []);

    public (IYearRun? Run, ImmutableArray<Diagnostic> Diagnostics) Resume(
        NetworkInput input, YearRequest request, ReadOnlyMemory<byte> state) =>
        (new Run(this, input.System!, request, request.Without.Length, BitConverter.ToInt32(state.Span)), []);

    private static CountySystem Complete(CountySystem system) => system with
    {
        Resources = new ResourceScheme
        {
            Climate = new ClimateNormals
            {
                Rain = 1.4,
                Evaporation = 0.9,
                RunoffCoefficient = 0.5,
                RainShares = [],
                InflowShares = [],
                EvaporationShares = [],
            },
            Years =
            [
                new InflowYear { Id = "average", Name = new LocalizedName("Average", "平水年") },
                new InflowYear { Id = "dry95", Name = new LocalizedName("Dry", "枯水年") },
            ],
        },
        Demand = new DemandScheme { BaseYear = 2025, Classes = [], Uses = [], Months = [] },
        Dispatch = new DispatchScheme
        {
            RequiredPressure = 15,
            Stages =
            [
                new DroughtStage
                {
                    Id = "orange", Name = new LocalizedName("Orange", "橙色"), Watch = StageWatch.County, Below = 0.4, Until = 0.5,
                },
            ],
        },
    };

    private sealed class Run(MadeUpYear maker, CountySystem system, YearRequest request, int links, int done) : IYearRun
    {
        private int _done = done;

        public YearSummary Summary
        {
            get
            {
                var from = request.FromOf(system);
                return new YearSummary
                {
                    From = from,
                    Days = _done,
                    Communities =
                    [
                        .. system.Communities.Select((c, i) => i % 12 == 3
                            ? new CommunityYear(4000, 3000 - links, 20 + i, 0.5, from.AddDays(i), c.People * 5.0, 8.5)
                            : new CommunityYear(4000, 4000, 0, 1, from, 0, 21)),
                    ],
                    Sources =
                    [
                        .. system.Sources.Select(_ => new SourceYear(
                            12e6, 3e5, 2e5, 1e5, 4e6, 5e6, 3e6, -1e5, 0.42, from.AddDays(100))),
                    ],
                    PlantOutput = [.. system.Plants.Select(_ => 3e6)],
                    Forward = [.. system.Interconnections.Select(_ => 2e5)],
                    Backward = [.. system.Interconnections.Select(_ => 1e5)],
                    Needed = 21e6,
                    Delivered = 20.5e6 - (1000 * links),
                    Leaked = 2e6,
                    TreatmentLoss = 1e6,
                    TankGain = 0,
                    PersonDaysShort = 43_210 + (10 * links),
                    DaysShort = 31 + links,
                    StageDays = [12],
                    Disagreeing = [.. Enumerable.Range(0, maker.Disagreeing).Select(k => from.AddDays(k))],
                    LeastDaysLeft = 64.4,
                    LeastDaysLeftOn = from.AddDays(100),
                    Cost = 1.5e7,
                    Energy = 3.6e12,
                    LargestDailyError = 1e-16,
                    BalanceError = maker.BalanceError,
                    HydraulicDays = _done + 40,
                };
            }
        }

        public byte[] Save() => BitConverter.GetBytes(_done);

        public IEnumerable<YearDay> Days()
        {
            while (_done < request.Days)
            {
                var day = Day(_done++);
                maker.After?.Invoke(_done);
                yield return day;
            }
        }

        private YearDay Day(int k) => new()
        {
            Date = request.FromOf(system).AddDays(k),
            Stage = k % 30 == 0 ? 0 : -1,
            Sources =
            [
                .. system.Sources.Select(_ => new SourceDay
                {
                    Before = 1e6, Inflow = 100 * k, Rain = 3, Evaporation = 2, Seepage = 1, Release = 10, Draw = 50, Spill = 7,
                    After = 1e6, Level = 12,
                }),
            ],
            LiveShare = [.. system.Sources.Select(_ => 0.5)],
            DaysLeft = 90.5,
            Allocation = new Allocation
            {
                Draw = [],
                Output = [.. system.Plants.Select(_ => 48.0)],
                Transfer = [.. system.Interconnections.Select(_ => 5.0)],
                Shortage = [],
                ExtraShortage = [],
                Cost = 12,
                Limits = [],
            },
            Needed = [.. system.Communities.Select(_ => 30.0)],
            Delivered = [.. system.Communities.Select((_, i) => 30 - ((i + k) % 7 / 3.0))],
            Leaked = 1.0 / 3,
            TreatmentLoss = [.. system.Plants.Select(_ => 2.0)],
            PlantOutput = [.. system.Plants.Select(_ => 47.5)],
            Transfer = [.. system.Interconnections.Select(_ => 4.75)],
            TankGain = 0,
            Iterations = 2,
            Disagreement = 0.001,
            Agrees = true,
            Cost = 13.5,
            Energy = 7.2e6,
            Decisions = k % 30 == 0 ? [new DispatchDecision(request.FromOf(system).AddDays(k), "orange", "", "39 % left.")] : [],
            BalanceError = 1e-12,
        };
    }
}
