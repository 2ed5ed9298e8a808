using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;

// All benchmarks, or those that the usual BenchmarkDotNet options choose: --filter '*Steady*', --list flat, ...
// Collected without a thread of its own for it, as the command line runs.
// A kept table gives medians and spread; BenchmarkDotNet.Artifacts/results has it as Markdown.
var config = DefaultConfig.Instance
    .AddJob(Job.Default.WithWarmupCount(3).WithIterationCount(12).WithGcConcurrent(false).AsDefault())
    .AddColumn(StatisticColumn.Median);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length > 0 ? args : ["--filter", "*"], config);
