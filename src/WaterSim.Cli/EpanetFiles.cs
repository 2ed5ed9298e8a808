using System.Collections.Immutable;
using System.Text;
using WaterSim.IO.Epanet;
using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.Cli;

/// <summary>EPANET's two kinds of results, each written beside its place and renamed into it.</summary>
internal sealed class EpanetFiles : IDisposable
{
    private readonly string? _reportPath;
    private readonly StagedFile? _binary;
    private readonly StagedFile? _report;

    private EpanetFiles(string? reportPath, StagedFile? binary, StagedFile? report) =>
        (_reportPath, _binary, _report) = (reportPath, binary, report);

    /// <summary>Begins the files that are asked for.</summary>
    /// <param name="binaryPath">Place of the binary results, or null.</param>
    /// <param name="reportPath">Place of the report, or null.</param>
    /// <exception cref="IOException">One of them cannot be written there.</exception>
    public static EpanetFiles Begin(string? binaryPath, string? reportPath)
    {
        var binary = binaryPath is null ? null : StagedFile.Begin(binaryPath);
        try
        {
            return new EpanetFiles(reportPath, binary, reportPath is null ? null : StagedFile.Begin(reportPath));
        }
        catch
        {
            binary?.Dispose();
            throw;
        }
    }

    /// <summary>Writes the results of a run.</summary>
    /// <param name="results">The run.</param>
    /// <param name="inputFile">The file that was read.</param>
    /// <param name="begun">When the run began.</param>
    /// <returns>What there is to say of it.</returns>
    public ImmutableArray<Diagnostic> Write(SimulationResults results, string inputFile, DateTimeOffset begun)
    {
        if (_report is not null)
        {
            using var writer = WriterOf(_report);
            EpanetReport.Write(results, writer, Options(inputFile, begun));
        }

        return _binary is null ? [] : EpanetOutput.Write(results, _binary.Stream, inputFile, _reportPath ?? "");
    }

    /// <summary>Writes the errors of an input that cannot be run into the report.</summary>
    public void WriteErrors(IEnumerable<Diagnostic> diagnostics, string inputFile, DateTimeOffset begun)
    {
        if (_report is not null)
        {
            using var writer = WriterOf(_report);
            EpanetReport.WriteErrors(diagnostics, writer, Options(inputFile, begun));
        }
    }

    /// <summary>Puts the files into their places.</summary>
    public void Commit()
    {
        _report?.Commit();
        _binary?.Commit();
    }

    /// <summary>Takes away what was not put into its place.</summary>
    public void Dispose()
    {
        _binary?.Dispose();
        _report?.Dispose();
    }

    private static StreamWriter WriterOf(StagedFile file) => new(file.Stream, new UTF8Encoding(false), leaveOpen: true);

    private static EpanetReportOptions Options(string inputFile, DateTimeOffset begun) => new()
    {
        InputFile = inputFile,
        Program = $"WaterSim {CommandLineTool.Version}",
        Begun = begun,
        Ended = DateTimeOffset.UtcNow,
    };
}
