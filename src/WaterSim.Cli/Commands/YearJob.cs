using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Cli.Output;
using WaterSim.Model;
using WaterSim.Planning.County;
using WaterSim.Planning.Coupling;
using WaterSim.Planning.Results;
using WaterSim.Planning.Scenarios;
using WaterSim.Plots;
using WaterSim.Simulation;

namespace WaterSim.Cli.Commands;

/// <summary>Carries out one <see cref="YearRequest"/>: read, run day by day, write, print.</summary>
internal sealed class YearJob(Terminal terminal, YearRequest asked, IYearRunner runner, CancellationToken cancellation)
{
    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;
    private readonly Phases _phases = new();
    private readonly List<Diagnostic> _diagnostics = [];

    // With what the scenario says once that is applied.
    private YearRequest _request = asked;

    /// <summary>The county, where it was read already and what was found in it told.</summary>
    public NetworkInput? Input { get; init; }

    /// <summary>Is told the share of days that are done, 0 to 1, where there is no bar.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Everything found so far.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>The scenario that is run, or null.</summary>
    public Scenario? Scenario { get; private set; }

    /// <summary>The run folder once it is written.</summary>
    public string? Written { get; private set; }

    /// <summary>The year once its days are done.</summary>
    public YearSummary? Summary { get; private set; }

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
        var input = Input ?? _phases.Time("read", () => runner.Read(_request.County));
        Tell(Input is null ? input.Diagnostics : []);
        if (input.HasErrors || !Apply(ref input))
        {
            return EndWithErrors();
        }

        Tell(YearChecks.Check(input, _request));
        if (HasErrors)
        {
            return EndWithErrors();
        }

        var county = input.System!;
        var place = _request.Out ?? Path.Combine(
            "runs", string.Join('-', [input.Name, "year", .. ScenarioFolders.Of(_request.Scenarios)]));
        var hourly = _request.Hourly ? input.Network : null;
        using var folder = _request.Resume ? YearFolder.Resume(place, county, YearManifests.IdentityOf(_request, input, county), hourly) : null;
        var (run, found) = folder is { DaysKept: > 0 }
            ? runner.Resume(input, _request, folder.State)
            : runner.Start(input, _request, _request.Without);
        Tell(found);
        if (run is null || HasErrors)
        {
            return EndWithErrors();
        }

        using var begun = folder is null ? YearFolder.Begin(place, county, YearManifests.IdentityOf(_request, input, county), hourly) : null;
        return RunAndWrite(input, county, place, folder ?? begun!, run);
    }

    // False where a scenario is asked for and cannot be. Without demand, which the checks miss, there is no first day to read it for.
    private bool Apply(ref NetworkInput input)
    {
        if (_request.Scenarios.IsEmpty || input.System?.Demand is null)
        {
            return true;
        }

        var read = input;
        var (applied, found) = _phases.Time("scenario", () => YearScenario.Of(read, _request));
        Tell(found);
        if (applied is not null)
        {
            (input, _request, Scenario) = (applied.Input, applied.Request, applied.Scenario);
        }

        return applied is not null;
    }

    private int RunAndWrite(NetworkInput input, CountySystem county, string place, YearFolder folder, IYearRun run)
    {
        if (!_phases.Time("days", () => ProgressDisplay.Run(terminal, !_request.Quiet, "Running days", bar => RunDays(folder, run, bar))))
        {
            Tell([YearNotes.Stopped(folder, _request.Days)]);
            return End(ExitCode.Interrupted);
        }

        var summary = run.Summary;
        Summary = summary;
        if (RunWithout(input, county) is not { } without)
        {
            if (HasErrors)
            {
                return EndWithErrors();
            }

            Tell([YearNotes.Stopped(folder, _request.Days)]);
            return End(ExitCode.Interrupted);
        }

        Tell(YearNotes.Of(summary));
        Write(folder, place, input, county, summary, without);
        if (!_request.Json && !_request.Quiet)
        {
            _phases.Time("print", () =>
                new YearPrinter(terminal.OutputConsole(), county, summary, without, _request, Scenario?.Name).Print());
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
            (bar ?? Progress)?.Report((double)++done / _request.Days);
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
        var links = _request.WithWithoutOf(county);
        if (links.IsEmpty)
        {
            return [];
        }

        var found = new ImmutableArray<Diagnostic>[links.Length];
        var years = new YearWithout?[links.Length];
        _phases.Time("years without", () => ProgressDisplay.Run(terminal, !_request.Quiet, "Years without", bar =>
        {
            var done = 0;
            Parallel.For(0, links.Length, i =>
            {
                // Nothing of it is written by the hour.
                (var run, found[i]) = runner.Start(input, _request with { Hourly = false }, [.. _request.Without, links[i]]);
                if (run is null)
                {
                    return;
                }

                foreach (var _ in run.Days())
                {
                    bar?.Report((double)Interlocked.Increment(ref done) / ((double)links.Length * _request.Days));
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
        if (_request.Figures != FigureFiles.None)
        {
            Tell(_phases.Time("figures", () => Figures(folder.StagingPath, input, county, summary, without)));
        }

        folder.Commit(YearManifests.Of(_request, input, county, Scenario, _phases, _started));
        Written = place;
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
            county.Resources?.Years.FirstOrDefault(y => y.Id == _request.Inflow)?.Name,
            summary,
            without,
            new FigureOptions { Language = _request.Language == "zh" ? FigureLanguage.Chinese : FigureLanguage.English });
        figures.SaveAll(Path.Combine(folder, RunOutputs.FiguresFolder), _request.Figures);
        return figures.Diagnostics;
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
        if (warnings > 0 && _request.Strict)
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
            _request.Quiet ? [.. found.Where(d => d.Severity == DiagnosticSeverity.Error)] : found);
    }

    private int End(int code, string? place = null, Action<Stream>? summary = null)
    {
        if (_request.Json)
        {
            RunReport.Write(terminal, code, place, _diagnostics, _phases.Notes, summary);
        }
        else if (place is not null && !_request.Quiet)
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
