using System.CommandLine;
using WaterSim.Planning.Exports;

namespace WaterSim.Cli.Commands;

/// <summary><c>watersim export</c>: a run for other programs.</summary>
internal static class ExportCommand
{
    /// <summary>What stands below its options.</summary>
    public static CommandTexts Texts { get; } = new(
        """
          watersim export runs/jiahe --format xlsx
          watersim export runs/jiahe --format geojson --out gis/jiahe
          watersim export runs/compare --format csv
          watersim export runs/jiahe-scenarios/average-day --format series
        """,
        """
          0  the files were written
          1  the command line is wrong, or the folder cannot be exported: why is told
          2  --strict and there was a warning; the files are written
          3  the files could not be written
          4  a defect of watersim
          130, 143  stopped (Ctrl-C, SIGTERM); files that were whole are there
        """);

    /// <summary>Builds the command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var run = new Argument<string>("RUN") { Description = "Folder of a run, a year or a comparison." };
        var format = new Option<ExportFormat?>("--format", "-f")
        {
            Description = "geojson: communities, pipes and facilities for a map, in degrees (WGS 84); "
                + "csv: the summary tables; xlsx: the same as one workbook; series: the tables by the hour as CSV.",
            Required = true,
        }.Choosing(("geojson", ExportFormat.GeoJson), ("csv", ExportFormat.Csv), ("xlsx", ExportFormat.Workbook), ("series", ExportFormat.Series));
        var output = SharedOptions.Out(
            "DIR", "Folder to write into; files of the same names there are replaced. Default: RUN-export.");
        var quiet = SharedOptions.Quiet();
        var strict = SharedOptions.Strict();
        var command = new Command("export", "Hands a run on to maps and spreadsheets.") { run, format, output, quiet, strict };
        command.SetAction(parsed => new ExportJob(
            terminal, parsed.GetRequiredValue(run), parsed.GetValue(format)!.Value, parsed.GetValue(output),
            parsed.GetValue(quiet), parsed.GetValue(strict), cancellation).Run());
        return command;
    }
}
