namespace WaterSim.Cli.Output;

/// <summary>One bar for several tasks that run beside each other: the mean of what each has done.</summary>
internal sealed class SharedProgress(int tasks, IProgress<double>? bar)
{
    private readonly Lock _lock = new();
    private readonly double[] _done = new double[tasks];

    /// <summary>What one task reports to.</summary>
    public IProgress<double> Of(int task) => new Part(this, task);

    private void Report(int task, double done)
    {
        if (bar is null)
        {
            return;
        }

        lock (_lock)
        {
            _done[task] = done;
            bar.Report(_done.Sum() / _done.Length);
        }
    }

    private sealed class Part(SharedProgress shared, int task) : IProgress<double>
    {
        public void Report(double value) => shared.Report(task, value);
    }
}
