using Spectre.Console;

namespace WaterSim.Cli.Output;

/// <summary>A bar on the error stream while something runs; nothing where nobody watches.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs something that reports the share it has done, 0 to 1.</summary>
    public static T Run<T>(Terminal terminal, bool isWanted, string what, Func<IProgress<double>?, T> work)
    {
        if (!isWanted || !terminal.ErrorIsTerminal)
        {
            return work(null);
        }

        return terminal.ErrorConsole().Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .Start(context =>
            {
                var task = context.AddTask(what, maxValue: 1);
                return work(new Bar(task));
            });
    }

    // Progress<T> posts to the thread pool, where reports may overtake each other.
    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}
