using WaterSim.Planning.Coupling;

namespace WaterSim.Cli.Commands;

/// <summary>A county's run, day by day, as the command needs it.</summary>
internal interface IYearRun
{
    /// <summary>The days that are still to be run, each run when it is asked for.</summary>
    IEnumerable<YearDay> Days();

    /// <summary>All days so far in figures.</summary>
    YearSummary Summary { get; }

    /// <summary>The run's state after the last day.</summary>
    byte[] Save();
}
