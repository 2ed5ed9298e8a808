using System.Globalization;
using System.Text;
using Spectre.Console;
using WaterSim.Cli.Output;

namespace WaterSim.Cli;

/// <summary>Where a command writes: its two streams, and what is known of who reads them.</summary>
internal sealed record Terminal
{
    private const int PipedWidth = 100;
    private const int NarrowestWidth = 60;

    /// <summary>Results.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Diagnostics and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>True where a person watches <see cref="Output"/>.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>True where a person watches <see cref="Error"/>.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of a line.</summary>
    public int Width { get; init; } = PipedWidth;

    /// <summary>False where the user asked for no colours (the variable NO_COLOR) or the terminal has none.</summary>
    public bool AllowsColour { get; init; } = true;

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        var outputIsTerminal = !Console.IsOutputRedirected;
        return new Terminal
        {
            Output = Open(Console.OpenStandardOutput()),
            Error = Open(Console.OpenStandardError()),
            OutputIsTerminal = outputIsTerminal,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = WidthOf(outputIsTerminal),
            AllowsColour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") is not "dumb",
        };
    }

    /// <summary>A writer of tables to <see cref="Output"/>; plain text where nobody watches.</summary>
    public IAnsiConsole OutputConsole() =>
        ConsoleOn(OutputIsTerminal ? Output : new LineEndTrimmer(Output), OutputIsTerminal);

    /// <summary>A writer of progress to <see cref="Error"/>.</summary>
    public IAnsiConsole ErrorConsole() => ConsoleOn(Error, ErrorIsTerminal);

    private static StreamWriter Open(Stream stream) => new(stream, new UTF8Encoding(false)) { AutoFlush = true };

    private static int WidthOf(bool isTerminal)
    {
        if (isTerminal)
        {
            // A terminal that does not know its width says 0.
            return Console.WindowWidth > 0 ? Math.Max(NarrowestWidth, Console.WindowWidth) : PipedWidth;
        }

        var columns = Environment.GetEnvironmentVariable("COLUMNS");
        return int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            ? Math.Max(NarrowestWidth, width)
            : PipedWidth;
    }

    private IAnsiConsole ConsoleOn(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = isTerminal && AllowsColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
