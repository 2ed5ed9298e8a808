using System.CommandLine;
using System.Globalization;
using WaterSim.Cli.Output;
using WaterSim.Generation;

namespace WaterSim.Cli.Commands;

/// <summary><c>watersim generate</c>: makes up a county network of any size.</summary>
internal static class GenerateCommand
{
    /// <summary>What stands below its options.</summary>
    public static CommandTexts Texts { get; } = new(
        """
          watersim generate --nodes 1000 county.inp
          watersim generate --nodes 1000000 --seed 7 large.inp
          watersim generate --nodes 5000 county.json
        """,
        """
          0  the file was written
          1  the command line cannot be used
          3  the file could not be written (disk full, no permission)
          4  a defect of watersim
        """);

    /// <summary>Builds the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var nodes = new Option<int>("--nodes")
        {
            Description = string.Create(
                CultureInfo.InvariantCulture,
                $"Junctions, reservoirs and tanks together, from {CountyGenerator.FewestNodes} to {CountyGenerator.MostNodes}."),
            HelpName = "N",
            Required = true,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) &&
                    count is >= CountyGenerator.FewestNodes and <= CountyGenerator.MostNodes)
                {
                    return count;
                }

                result.AddError(string.Create(
                    CultureInfo.InvariantCulture,
                    $"--nodes {text}: give a whole number from {CountyGenerator.FewestNodes} to {CountyGenerator.MostNodes}."));
                return 0;
            },
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Another whole number gives another county; the same one, the same file everywhere.",
            HelpName = "S",
            DefaultValueFactory = _ => 1,
            CustomParser = result =>
            {
                var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "1";
                if (!ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                {
                    result.AddError($"--seed {text}: give a whole number of 0 or more.");
                }

                return value;
            },
        };
        var output = NetworkOutput.Argument();
        var command = new Command("generate", "Makes up a county network of any size, to measure and test with.")
        {
            output, nodes, seed,
        };
        command.SetAction(parsed => Run(
            terminal, parsed.GetRequiredValue(nodes), parsed.GetValue(seed), parsed.GetRequiredValue(output)));
        return command;
    }

    private static int Run(Terminal terminal, int nodes, ulong seed, string to)
    {
        if (NetworkOutput.Write(CountyGenerator.Generate(nodes, seed), to) is not { } failure)
        {
            return ExitCode.Ok;
        }

        DiagnosticWriter.Write(terminal, [failure]);
        return ExitCode.InputOutput;
    }
}
