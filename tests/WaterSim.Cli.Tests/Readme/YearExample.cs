// README.md shows what stands between the marks, word for word.
// <readme>
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;

// </readme>
using WaterSim.Tests.Architecture;

namespace WaterSim.Cli.Tests.Readme;

/// <summary>The README's example of a year, compiled and run.</summary>
internal sealed class YearExample
{
    // The example's Console: what it prints is kept.
    private StringWriter Console { get; } = new();

    /// <summary>Runs the example as if the repository's root were the current folder, and tells what it printed.</summary>
    public static string Run()
    {
        var example = new YearExample();
        example.Body();
        return example.Console.ToString();
    }

    /// <summary>The reader, with paths taken from the repository's root: the current folder is the whole process's.</summary>
    private static class CountySystem
    {
        public static CountyReadResult Load(string path) => Planning.County.CountySystem.Load(RepositoryRoot.Combine(path));
    }

    private void Body()
    {
        // <readme>
        var county = CountySystem.Load("networks/jiahe");
        var options = new YearOptions { Inflow = "dry95", From = new DateOnly(2026, 9, 1), Days = 5 };
        var (run, diagnostics) = YearRun.Start(county.System!, county.Network!, options);
        foreach (var day in run!.Days())
        {
            Console.WriteLine($"{day.Date:yyyy-MM-dd} {day.Delivered.Sum():0} of {day.Needed.Sum():0} m3, {day.DaysLeft:0} days left");
        }

        Console.WriteLine($"{run.Summary.PersonDaysShort:0} person-days short");
        // </readme>
    }
}
