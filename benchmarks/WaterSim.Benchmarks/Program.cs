using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using WaterSim.Benchmarks.Comparing;
using WaterSim.Benchmarks.Epanet;

// All benchmarks, or those that the usual BenchmarkDotNet options choose: --filter '*Steady*', --list flat, ...
// Collected without a thread of its own for it, as the command line runs.
// A kept table gives medians and spread; BenchmarkDotNet.Artifacts/results has it as Markdown.
//
// --compare instead measures whole runs and reading turn by turn with EPANET, in this process: see ../README.md.
// EPANET is measured where EPANET_LIBRARY names its shared library.
try
{
    var epanet = EpanetLibrary.FromEnvironment();
    return args.Contains(ComparisonOptions.Mode) ? Compare(epanet) : Benchmark(epanet);
}
catch (InvalidOperationException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

int Compare(EpanetLibrary? epanet)
{
    if (ComparisonOptions.Parse(args, Console.Error) is not { } options)
    {
        return 1;
    }

    new Comparison(epanet, Console.Out).Run(options);
    return 0;
}

int Benchmark(EpanetLibrary? epanet)
{
    var config = DefaultConfig.Instance
        .AddJob(Job.Default.WithWarmupCount(3).WithIterationCount(12).WithGcConcurrent(false).AsDefault())
        .AddColumn(StatisticColumn.Median)
        .HideColumns(Column.AllocRatio)
        .WithSummaryStyle(SummaryStyle.Default.WithRatioStyle(RatioStyle.Trend));
    if (epanet is null)
    {
        config = config.AddFilter(new SimpleFilter(
            c => !c.Descriptor.WorkloadMethod.Name.StartsWith("Epanet", StringComparison.Ordinal)));
    }

    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length > 0 ? args : ["--filter", "*"], config);
    return 0;
}
