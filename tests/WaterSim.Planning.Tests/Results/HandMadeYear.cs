using System.Collections.Immutable;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Resources;
using WaterSim.Planning.Results;

namespace WaterSim.Planning.Tests.Results;

/// <summary>A stream of days whose numbers are set by hand, each told from its day alone.</summary>
internal static class HandMadeYear
{
    public static DateOnly From { get; } = new(2025, 12, 20);

    public static CountySystem System { get; } = HandMadeRun.System with
    {
        Interconnections =
        [
            new Interconnection
            {
                Id = "X\"1,\n2", Name = new LocalizedName("Quoted"), FirstPlant = "W", SecondPlant = "W", Link = "AT",
                State = InterconnectionState.Open,
            },
            new Interconnection
            {
                Id = "=1+1", Name = new LocalizedName("Formula"), FirstPlant = "W", SecondPlant = "W", Link = "BC",
                State = InterconnectionState.Open,
            },
        ],
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

    public static YearSummary Summary { get; } = new()
    {
        From = From,
        Days = 52,
        Communities =
        [
            new CommunityYear(12_000, 12_000, 0, 1, From, 0, double.NaN),
            new CommunityYear(8_000, 6_000, 4, 0.25, new DateOnly(2026, 1, 7), 1200, 7.5),
        ],
        Sources = [new SourceYear(5000, 3, 2, 1, 10, 19_000, 7, -14_017, 0.31, new DateOnly(2026, 1, 31))],
        PlantOutput = [18_500],
        Forward = [300, 0],
        Backward = [0, 200],
        Needed = 20_000,
        Delivered = 18_000,
        Leaked = 400,
        TreatmentLoss = 500,
        TankGain = 100,
        PersonDaysShort = 1200,
        DaysShort = 4,
        StageDays = [9],
        Disagreeing = [new DateOnly(2026, 1, 5)],
        LeastDaysLeft = 33.5,
        LeastDaysLeftOn = new DateOnly(2026, 1, 31),
        Cost = 3500,
        Energy = 7.2e6,
        LargestDailyError = 1e-15,
        BalanceError = 2e-16,
        HydraulicDays = 60,
    };

    public static YearIdentity Identity(int days, string inflow = "dry95", string hash = "aa") => new()
    {
        ToolVersion = "1.0.0",
        Options = [new("--inflow", inflow), new("--seed", "1"), new("--design-year", null)],
        Inputs = [new HashedFile("networks/x/system.yaml", 10, hash)],
        From = From,
        Days = days,
    };

    public static IEnumerable<YearDay> Days(int count, int from = 0) => Enumerable.Range(from, count - from).Select(Day);

    public static YearDay Day(int k) => new()
    {
        Date = From.AddDays(k),
        Stage = k % 10 == 3 ? 0 : -1,
        Sources =
        [
            new SourceDay
            {
                Before = 1000 + k, Inflow = 100.125 + k, Rain = 3, Evaporation = 2, Seepage = 1, Release = 10, Draw = 50, Spill = 7,
                After = 1033.125 + (2 * k), Level = 12 + (k / 100.0),
            },
        ],
        LiveShare = [0.5 + (k / 1000.0)],
        DaysLeft = k == 5 ? double.PositiveInfinity : 90.5 - k,
        Allocation = new Allocation
        {
            Draw = [50],
            Output = [48],
            Transfer = [5, -5],
            Shortage = [],
            ExtraShortage = [],
            Cost = 12,
            Limits = k == 2 ? [new BindingLimit(LimitKind.Plant, "W", 48, 1.5)] : [],
        },
        Delivery = k % 2 == 1 ? null : Delivery(k),
        Needed = [30, 20],
        Delivered = [30, 20 / (1.0 + k)],
        Leaked = 1.0 / 3,
        TreatmentLoss = [2],
        PlantOutput = [47.5],
        Transfer = [4.75, -4.5],
        TankGain = -0.25,
        Overflow = 0.125,
        Iterations = 2,
        Disagreement = 0.001 * k,
        Agrees = k <= 10,
        Cost = 13.5,
        Energy = 7.2e6,
        Decisions = k % 10 == 3 ? [new DispatchDecision(From.AddDays(k), "orange", "W", "Opened \"all\", links\nfrom 39 %.")] : [],
        BalanceError = 1e-12,
    };

    // Stands for what a run would save: enough to tell whether it is the state of that day.
    public static byte[] Saved(int daysDone) => BitConverter.GetBytes(daysDone);

    private static DayDelivery Delivery(int k) => new()
    {
        Intake = [50],
        PlantOutput = [47.5],
        Transfer = [4.75, -4.5],
        Required = [30, 20],
        Delivered = [30, 20 / (1.0 + k)],
        LowestPressure = [21.5, 9 + (k / 7.0)],
        ZoneRequired = [],
        ZoneDelivered = [],
        ZoneLeaked = [],
        ZoneStored = [],
        Overflow = 0.125,
        Rounding = 0,
        Error = 0,
        Energy = 7.2e6,
        EnergyCost = 1.5,
        IsConverged = true,
        End = new CountyState([1, 2], []),
    };
}
