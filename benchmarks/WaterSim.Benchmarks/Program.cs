using BenchmarkDotNet.Running;

// All benchmarks, or those that the usual BenchmarkDotNet options choose: --filter '*Steady*', --list flat, ...
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length > 0 ? args : ["--filter", "*"]);
