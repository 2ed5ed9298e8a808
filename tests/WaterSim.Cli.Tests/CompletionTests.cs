using System.Diagnostics;
using WaterSim.Tests.Architecture;

namespace WaterSim.Cli.Tests;

/// <summary>What bash offers after <c>source &lt;(watersim completion bash)</c>, in a bash that runs.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly Workplace _place = new();

    [Theory]
    [InlineData("compare completion convert", "watersim", "co")]
    [InlineData("compare completion convert epanet export generate info report run validate year", "watersim", "")]
    [InlineData("--lang --log-controls", "watersim", "run", "x.inp", "--l")]
    [InlineData("en zh", "watersim", "run", "x.inp", "--lang", "")]
    [InlineData("zh", "watersim", "report", "runs/x", "--lang", "=", "z")]
    [InlineData("en zh", "watersim", "report", "runs/x", "--lang", "=")]
    [InlineData("csv geojson series xlsx", "watersim", "export", "runs/x", "--format", "")]
    [InlineData("dda", "watersim", "run", "x.inp", "--demand-model", "d")]
    [InlineData("CFS CMD CMH CMS", "watersim", "convert", "a.inp", "b.inp", "--units", "C")]
    [InlineData("age", "watersim", "run", "x.inp", "--quality", "ag")]
    [InlineData("bash fish pwsh zsh", "watersim", "completion", "")]
    [InlineData("drought2014 drought2022 dry95", "watersim", "year", "JIAHE", "--inflow", "d")]
    [InlineData("all X12 X14 X23 X35 X46 X56 X57", "watersim", "year", "JIAHE", "--with-without", "")]
    [InlineData("", "watersim", "year", "nowhere", "--inflow", "d")]
    [InlineData("", "watersim", "run", "a file's \"na")] // Nothing is offered, so that bash completes file names.
    public async Task Bash_completes_commands_options_and_values(string offered, params string[] words)
    {
        var jiahe = RepositoryRoot.Combine("networks", "jiahe");
        var typed = words.Select(w => Quoted(w == "JIAHE" ? jiahe : w));

        var answer = await BashAsync(
            $"""
            source <(watersim completion bash)
            complete -p watersim >&2 || exit 9
            COMP_WORDS=({string.Join(' ', typed)}); COMP_CWORD={words.Length - 1}
            _watersim
            echo "${"{"}COMPREPLY[*]{"}"}"
            """);

        Assert.Equal(offered, answer);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task Scripts_hold_no_fault_of_their_language(string shell)
    {
        var script = _place.Write("script", Tool.Run("completion", shell).Output);

        Assert.Equal("whole", await BashAsync($"command -v {shell} >/dev/null || exit 7; {shell} -n {Quoted(script)} && echo whole"));
    }

    [Fact]
    public void A_shell_that_is_not_known_is_refused_with_those_that_are()
    {
        var refused = Tool.Run("completion", "tcsh");

        Assert.Equal(ExitCode.Input, refused.Code);
        Assert.Contains("SHELL tcsh: choose one of bash, zsh, fish, pwsh.", refused.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _place.Dispose();

    private static string Quoted(string word) => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private async Task<string> BashAsync(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no bash.");
        var stop = TestContext.Current.CancellationToken;
        var command = _place.Write("watersim", $"#!/bin/sh\nexec dotnet {Quoted(typeof(ExitCode).Assembly.Location)} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var start = new ProcessStartInfo("bash")
        {
            ArgumentList = { "--norc", "-c", script },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["PATH"] = $"{_place.Path}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(stop);
        var output = await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        Assert.SkipWhen(process.ExitCode == 7, "The shell is not installed.");
        Assert.True(process.ExitCode == 0, await error);
        return output.TrimEnd();
    }
}
