namespace WaterSim.Cli.Tests;

/// <summary>Runs the command line in this process and keeps what it wrote.</summary>
internal static class Tool
{
    /// <summary>What one command did.</summary>
    public sealed record Result(int Code, string Output, string Error);

    /// <summary>Runs it as if piped.</summary>
    public static Result Run(params string[] args) => Run(CancellationToken.None, terminal => terminal, args);

    /// <summary>Runs it on another terminal.</summary>
    public static Result Run(
        CancellationToken cancellation, Func<Terminal, Terminal> on, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = on(new Terminal { Output = output, Error = error });
        var code = CommandLineTool.Run(args, terminal, cancellation);
        return new Result(code, output.ToString(), error.ToString());
    }
}
