using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;
using WaterSim.Benchmarks.Comparing;
using WaterSim.Benchmarks.Counties;
using WaterSim.Benchmarks.Epanet;

// All benchmarks, or those that the usual BenchmarkDotNet options choose: --filter '*Steady*', --list flat, ...
// Collected without a thread of its own for it and compiled without profiles, as the command line runs.
// A kept table gives medians and spread; BenchmarkDotNet.Artifacts/results has it as Markdown.
//
// --compare instead measures whole runs, ensembles and reading turn by turn with EPANET, in this process; --county
// measures generated counties of up to a million nodes: see ../README.md.
// EPANET is measured where EPANET_LIBRARY names its shared library.
try
{
    var epanet = EpanetLibrary.FromEnvironment();
    return args.Contains(CountyOptions.Mode) ? MeasureCounties()
        : args.Contains(ComparisonOptions.Mode) ? Compare(epanet)
        : Benchmark(epanet);
}
catch (InvalidOperationException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

int MeasureCounties()
{
    if (CountyOptions.Parse(args, Console.Error) is not { } options)
    {
        return 1;
    }

    if (options.IsMeasurer)
    {
        Console.Out.WriteLine(CountyMeasurer.Measure(options.Sizes[0], options.Rounds).ToLine());
    }
    else
    {
        CountyTable.Write(options, Console.Out);
    }

    return 0;
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
        .AddJob(Job.Default
            .WithWarmupCount(3)
            .WithIterationCount(12)
            .WithIterationTime(TimeInterval.FromMilliseconds(250))
            .WithGcServer(false)
            .WithGcConcurrent(false)
            .WithEnvironmentVariable("DOTNET_TieredPGO", "0")
            .AsDefault())
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
