using System.CommandLine;
using WaterSim.Plots;

namespace WaterSim.Cli.Commands;

/// <summary>The two options that say what figures are written as: <c>--figures</c>, and <c>--no-figures</c> for none.</summary>
internal sealed class FigureChoice
{
    /// <summary>The options of a command.</summary>
    /// <param name="ofSeveral">Whether the command may run several scenarios, whose figures are SVG alone unless asked for.</param>
    public FigureChoice(bool ofSeveral = false)
    {
        Files = new Option<FigureFiles?>("--figures")
        {
            Description = "Files of each figure. Default: both"
                + (ofSeveral ? "; of several scenarios side by side svg, which is what reports show." : "."),
        }.Choosing(("both", FigureFiles.Both), ("svg", FigureFiles.Svg), ("png", FigureFiles.Png), ("none", FigureFiles.None));
    }

    /// <summary>Which files.</summary>
    public Option<FigureFiles?> Files { get; }

    /// <summary>None of them.</summary>
    public Option<bool> None { get; } = new("--no-figures") { Description = "Write no figures; the same as --figures none." };

    /// <summary>Makes a command that has both refuse what contradicts itself.</summary>
    public void Guard(Command command)
    {
        command.Validators.Add(result =>
        {
            if (result.GetValue(None) && (result.GetValue(Files) ?? FigureFiles.None) != FigureFiles.None)
            {
                result.AddError("--no-figures: not with --figures.");
            }
        });
    }

    /// <summary>What was chosen.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="several">Whether it asks for several scenarios side by side.</param>
    public FigureFiles Of(ParseResult parsed, bool several = false) =>
        parsed.GetValue(None) ? FigureFiles.None
        : parsed.GetValue(Files) ?? (several ? FigureFiles.Svg : FigureFiles.Both);

    /// <summary>As <c>--figures</c> has it.</summary>
    public static string Word(FigureFiles files) => files switch
    {
        FigureFiles.None => "none",
        FigureFiles.Png => "png",
        FigureFiles.Svg => "svg",
        _ => "both",
    };
}
