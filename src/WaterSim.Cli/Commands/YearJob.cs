using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Cli.Output;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Results;
using WaterSim.Plots;
using WaterSim.Simulation;

namespace WaterSim.Cli.Commands;

/// <summary>Carries out one <see cref="YearRequest"/>: read, run day by day, write, print.</summary>
internal sealed class YearJob(Terminal terminal, YearRequest request, IYearRunner runner, CancellationToken cancellation)
{
    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;
    private readonly Phases _phases = new();
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Does it.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Run()
    {
        try
        {
            return ReadAndRun();
        }
        catch (RunFolderException e)
        {
            // An unfinished run that is not this one is a mistake in the command; the rest is the disk's.
            Tell([e.Diagnostic]);
            return End(e.Diagnostic.Code is "WS4104" ? ExitCode.Input : ExitCode.InputOutput);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Tell([YearNotes.NotWritten(e.Message)]);
            return End(ExitCode.InputOutput);
        }
    }

    private int ReadAndRun()
    {
        var input = _phases.Time("read", () => runner.Read(request.County));
        Tell(input.Diagnostics);
        if (input.HasErrors)
        {
            return EndWithErrors();
        }

        Tell(YearChecks.Check(input, request));
        if (HasErrors)
        {
            return EndWithErrors();
        }

        var county = input.System!;
        var place = request.Out ?? Path.Combine("runs", input.Name + "-year");
        var hourly = request.Hourly ? input.Network : null;
        using var folder = request.Resume ? YearFolder.Resume(place, county, IdentityOf(input, county), hourly) : null;
        var (run, found) = folder is { DaysKept: > 0 }
            ? runner.Resume(input, request, folder.State)
            : runner.Start(input, request, request.Without);
        Tell(found);
        if (run is null || HasErrors)
        {
            return EndWithErrors();
        }

        using var begun = folder is null ? YearFolder.Begin(place, county, IdentityOf(input, county), hourly) : null;
        return RunAndWrite(input, county, place, folder ?? begun!, run);
    }

    private int RunAndWrite(NetworkInput input, CountySystem county, string place, YearFolder folder, IYearRun run)
    {
        if (!_phases.Time("days", () => ProgressDisplay.Run(terminal, !request.Quiet, "Running days", bar => RunDays(folder, run, bar))))
        {
            Tell([YearNotes.Stopped(folder, request.Days)]);
            return End(ExitCode.Interrupted);
        }

        var summary = run.Summary;
        if (RunWithout(input, county) is not { } without)
        {
            if (HasErrors)
            {
                return EndWithErrors();
            }

            Tell([YearNotes.Stopped(folder, request.Days)]);
            return End(ExitCode.Interrupted);
        }

        Tell(YearNotes.Of(summary));
        Write(folder, place, input, county, summary, without);
        if (!request.Json && !request.Quiet)
        {
            _phases.Time("print", () =>
                new YearPrinter(terminal.OutputConsole(), county, summary, without, request).Print());
        }

        return End(CodeOf(), place, to => YearSummaryJson.Write(county, summary, without, to));
    }

    // False where it was stopped; the days so far are kept.
    private bool RunDays(YearFolder folder, IYearRun run, IProgress<double>? bar)
    {
        var done = folder.DaysKept;
        if (folder.IsComplete)
        {
            return true;
        }

        foreach (var day in run.Days())
        {
            folder.Add(day, run.Save);
            bar?.Report((double)++done / request.Days);
            if (cancellation.IsCancellationRequested && !folder.IsComplete)
            {
                folder.Keep(run.Save);
                return false;
            }
        }

        return true;
    }

    // Each year on its own, so that they may run side by side. Null: stopped, or there are errors.
    private ImmutableArray<YearWithout>? RunWithout(NetworkInput input, CountySystem county)
    {
        var links = request.WithWithoutOf(county);
        if (links.IsEmpty)
        {
            return [];
        }

        var found = new ImmutableArray<Diagnostic>[links.Length];
        var years = new YearWithout?[links.Length];
        _phases.Time("years without", () => ProgressDisplay.Run(terminal, !request.Quiet, "Years without", bar =>
        {
            var done = 0;
            Parallel.For(0, links.Length, i =>
            {
                // Nothing of it is written by the hour.
                (var run, found[i]) = runner.Start(input, request with { Hourly = false }, [.. request.Without, links[i]]);
                if (run is null)
                {
                    return;
                }

                foreach (var _ in run.Days())
                {
                    bar?.Report((double)Interlocked.Increment(ref done) / ((double)links.Length * request.Days));
                    if (cancellation.IsCancellationRequested)
                    {
                        return;
                    }
                }

                years[i] = new YearWithout(links[i], run.Summary);
            });
            return true;
        }));
        Tell([.. found.SelectMany(f => f.IsDefault ? [] : f).Where(d => !_diagnostics.Contains(d)).Distinct()]);
        return HasErrors || years.Any(y => y is null) ? null : [.. years.Select(y => y!)];
    }

    private void Write(
        YearFolder from, string place, NetworkInput input, CountySystem county, YearSummary summary,
        ImmutableArray<YearWithout> without)
    {
        using var folder = RunFolder.Begin(place);
        _phases.Time("tables", () =>
        {
            from.WriteTables(folder.StagingPath);
            using var file = File.Create(Path.Combine(folder.StagingPath, YearSummaryJson.FileName));
            YearSummaryJson.Write(county, summary, without, file);
            RunMap.Write(folder.StagingPath, input.Network!, county);
        });
        if (request.Figures)
        {
            Tell(_phases.Time("figures", () => Figures(folder.StagingPath, input, county, summary, without)));
        }

        folder.Commit(Manifest(input, county));
        from.Remove();
        foreach (var left in (ReadOnlySpan<string?>)[folder.LeftBehind, from.LeftBehind])
        {
            if (left is not null)
            {
                Tell([RunNotes.LeftBehind(left)]);
            }
        }
    }

    // From the tables just written, whether the days were run now or before a stop.
    private ImmutableArray<Diagnostic> Figures(
        string folder, NetworkInput input, CountySystem county, YearSummary summary, ImmutableArray<YearWithout> without)
    {
        var figures = YearFigures.Draw(
            YearSeries.Read(folder, county),
            county,
            input.Network,
            county.Resources?.Years.FirstOrDefault(y => y.Id == request.Inflow)?.Name,
            summary,
            without,
            new FigureOptions { Language = request.Language == "zh" ? FigureLanguage.Chinese : FigureLanguage.English });
        figures.SaveAll(Path.Combine(folder, RunOutputs.FiguresFolder));
        return figures.Diagnostics;
    }

    private YearIdentity IdentityOf(NetworkInput input, CountySystem county) => new()
    {
        ToolVersion = CommandLineTool.Version,
        Options = request.OptionsOf(county),
        Inputs = [.. FilesOf(input, county).Select(f => HashedFile.Of(f))],
        From = request.FromOf(county),
        Days = request.Days,
    };

    private RunManifest Manifest(NetworkInput input, CountySystem county) => new()
    {
        ToolVersion = CommandLineTool.Version,
        Options =
        [
            new("county", request.County),
            .. request.OptionsOf(county),
            .. InflowName(county),
            new("with-without", string.Join(',', request.WithWithoutOf(county))),
            new("resume", request.Resume ? "yes" : "no"),
            new("figures", request.Figures ? "yes" : "no"),
            new("lang", request.Language),
        ],
        Inputs = [.. FilesOf(input, county).Select(f => HashedFile.Of(f))],
        Started = _started,
        Timings = _phases.Notes,
        Outcome = SimulationOutcome.Completed,
        Size = NetworkSize.Of(input.Network!),
        ReportedTimes = request.Days,
    };

    // What a report calls the year.
    private IEnumerable<KeyValuePair<string, string?>> InflowName(CountySystem county)
    {
        if (county.Resources?.Years.FirstOrDefault(y => y.Id == request.Inflow)?.Name is { } name)
        {
            yield return new("inflow-name", name.En);
            if (name.Zh is not null)
            {
                yield return new("inflow-name-zh", name.Zh);
            }
        }
    }

    // A year of inflow that is a file of daily values stands beside the system file.
    private IEnumerable<string> FilesOf(NetworkInput input, CountySystem county)
    {
        var series = county.Resources!.Years.First(y => y.Id == request.Inflow).Series;
        return series is null
            ? input.Files
            : [.. input.Files, Path.Combine(Path.GetDirectoryName(input.Files[0]) ?? "", series)];
    }

    private bool HasErrors => _diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    private int EndWithErrors()
    {
        var errors = _diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        terminal.Error.WriteLine($"{CommandLineTool.Name}: {Say.Counted(errors, "error")}; nothing was run.");
        return End(ExitCode.Input);
    }

    private int CodeOf()
    {
        var warnings = _diagnostics.Count(d => d.Severity == DiagnosticSeverity.Warning);
        if (warnings > 0 && request.Strict)
        {
            terminal.Error.WriteLine(
                $"{CommandLineTool.Name}: {Say.Counted(warnings, "warning")}, and --strict asks for none.");
            return ExitCode.NotConverged;
        }

        return ExitCode.Ok;
    }

    private void Tell(IReadOnlyList<Diagnostic> found)
    {
        _diagnostics.AddRange(found);
        DiagnosticWriter.Write(
            terminal,
            request.Quiet ? [.. found.Where(d => d.Severity == DiagnosticSeverity.Error)] : found);
    }

    private int End(int code, string? place = null, Action<Stream>? summary = null)
    {
        if (request.Json)
        {
            RunReport.Write(terminal, code, place, _diagnostics, _phases.Notes, summary);
        }
        else if (place is not null && !request.Quiet)
        {
            var took = string.Join(", ", _phases.Notes.Select(n => $"{n.Key} {Say.Number(n.Value.TotalSeconds, 2)}"));
            var facts = new FactList();
            facts.Add("Time", string.Create(CultureInfo.InvariantCulture, $"{Say.Number(_phases.Total.TotalSeconds, 2)} s: {took}"));
            facts.Add("Run folder", place);
            facts.WriteTo(terminal.OutputConsole());
        }

        return code;
    }
}
