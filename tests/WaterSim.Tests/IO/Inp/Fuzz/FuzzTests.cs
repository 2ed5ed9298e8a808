using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace WaterSim.Tests.IO.Inp.Fuzz;

/// <summary>
/// Damaged files by the thousand. <c>WATERSIM_FUZZ=200000</c> makes so many, <c>WATERSIM_FUZZ_SEED</c> other ones,
/// <c>WATERSIM_FUZZ_ONLY</c> the one of an index.
/// </summary>
public sealed class FuzzTests
{
    private const int Usual = 3_000;
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    [Fact]
    public void Damaged_files_are_refused_with_their_lines_or_read_written_and_run()
    {
        var mutator = new Mutator(FuzzCorpus.Load(), Number("WATERSIM_FUZZ_SEED", 1));
        var only = Number("WATERSIM_FUZZ_ONLY", -1);
        if (only >= 0)
        {
            MutantCheck.Check(mutator.Make(only), run: true);
            return;
        }

        var count = Number("WATERSIM_FUZZ", Usual);
        var verdicts = new int[3];
        var failures = new ConcurrentDictionary<string, (int Count, int First, string Why)>(StringComparer.Ordinal);
        var clock = Stopwatch.StartNew();
        var threads = Math.Min(Environment.ProcessorCount, 4);
        var at = new (int Index, long Since)[threads];
        var next = -1;
        using var done = new CountdownEvent(threads);
        for (var t = 0; t < threads; t++)
        {
            var own = t;
            new Thread(() => Work(own)) { IsBackground = true }.Start();
        }

        while (!done.Wait(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken))
        {
            foreach (var (index, since) in at)
            {
                Assert.True(
                    since == 0 || Stopwatch.GetElapsedTime(since) < Hang,
                    $"mutant {index} hangs; WATERSIM_FUZZ_ONLY={index} runs it alone");
            }
        }

        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"{count} mutants in {clock.Elapsed.TotalSeconds:0} s: {verdicts[0]} refused, {verdicts[1]} read and written, " +
            $"{verdicts[2]} also run, {failures.Values.Sum(f => f.Count)} failed");
        TestContext.Current.TestOutputHelper?.WriteLine(summary);
        if (count != Usual)
        {
            File.WriteAllText(Path.Combine(Path.GetTempPath(), "watersim-fuzz.txt"), summary + Told() + "\n");
        }

        Assert.True(failures.IsEmpty, summary + Told());
        Assert.Equal(count, verdicts.Sum());

        void Work(int own)
        {
            for (int index; (index = Interlocked.Increment(ref next)) < count;)
            {
                at[own] = (index, Stopwatch.GetTimestamp());
                try
                {
                    var verdict = MutantCheck.Check(mutator.Make(index), run: index % 2 == 0);
                    Interlocked.Increment(ref verdicts[(int)verdict]);
                }
                catch (Exception e)
                {
                    var why = e.ToString();
                    failures.AddOrUpdate(
                        Kind(e), (1, index, why), (_, old) => (old.Count + 1, Math.Min(old.First, index), old.Why));
                }
            }

            at[own] = default;
            done.Signal();
        }

        string Told() => string.Concat(failures.Values.Select(f =>
            $"\n{f.Count} times, first WATERSIM_FUZZ_ONLY={f.First}:\n{f.Why}"));
    }

    // Failures of one place are one.
    private static string Kind(Exception e) =>
        e.GetType().Name + (e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("WaterSim.", StringComparison.Ordinal)) ?? e.Message);

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var n)
            ? n
            : otherwise;
}
