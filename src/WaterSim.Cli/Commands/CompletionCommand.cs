using System.CommandLine;

namespace WaterSim.Cli.Commands;

/// <summary><c>watersim completion</c>: a script that lets a shell complete commands, options and their values.</summary>
internal static class CompletionCommand
{
    /// <summary>What stands below its options.</summary>
    public static CommandTexts Texts { get; } = new(
        """
          source <(watersim completion bash)                   now; in ~/.bashrc for good
          source <(watersim completion zsh)                    in ~/.zshrc, after compinit
          watersim completion fish > ~/.config/fish/completions/watersim.fish
          watersim completion pwsh | Out-String | Invoke-Expression      in $PROFILE
        """,
        """
          0  the script was printed
          1  the command line cannot be used
          4  a defect of watersim
        """);

    /// <summary>Builds the command.</summary>
    public static Command Create(Terminal terminal)
    {
        string[] shells = [.. CompletionScripts.Shells];
        var shell = new Argument<string>("SHELL")
        {
            Description = $"Which shell: {string.Join(", ", shells)}.",
            HelpName = "SHELL",
            CompletionSources = { shells },
        };
        shell.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !shells.Contains(token.Value, StringComparer.Ordinal))
            {
                result.AddError($"SHELL {token.Value}: choose one of {string.Join(", ", shells)}.");
            }
        });
        var command = new Command("completion", "Prints a script that lets a shell complete commands, options and values.") { shell };
        command.SetAction(parsed =>
        {
            terminal.Output.Write(CompletionScripts.Of(parsed.GetRequiredValue(shell)));
            return ExitCode.Ok;
        });
        return command;
    }
}
