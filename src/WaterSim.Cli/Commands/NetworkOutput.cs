using System.CommandLine;
using System.Text;
using WaterSim.IO.Inp;
using WaterSim.IO.Json;
using WaterSim.Model;

namespace WaterSim.Cli.Commands;

/// <summary>The file that a command writes a network to, INP or JSON by its name.</summary>
internal static class NetworkOutput
{
    /// <summary>Code of the error that a file could not be written.</summary>
    public const string NotWritten = "WS5004";

    private const int BufferSize = 1 << 16;

    /// <summary>The argument that names the file.</summary>
    public static Argument<string> Argument()
    {
        var output = new Argument<string>("OUT")
        {
            Description = "File to write, .inp or .json; an earlier one is replaced when the new one is whole.",
        };
        output.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && KindOf(result.Tokens[0].Value) is null)
            {
                result.AddError($"OUT {result.Tokens[0].Value}: the file's name must end in .inp or .json.");
            }
        });
        return output;
    }

    /// <summary>Writes a network beside its place and puts it there once it is whole.</summary>
    /// <returns>Why it could not be written, or null.</returns>
    public static Diagnostic? Write(Network network, string path)
    {
        try
        {
            using var file = StagedFile.Begin(path);
            if (KindOf(path) is ".json")
            {
                NetworkJson.Write(network, file.Stream);
            }
            else
            {
                using var writer = new StreamWriter(file.Stream, new UTF8Encoding(false), BufferSize, leaveOpen: true);
                InpWriter.Write(network, writer);
            }

            file.Commit();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Diagnostic
            {
                Code = NotWritten,
                Severity = DiagnosticSeverity.Error,
                Message = $"'{path}' could not be written: {e.Message}",
                Remedy = "Free space, check permissions or name another file; an earlier one is as it was.",
            };
        }
    }

    private static string? KindOf(string path)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        return extension is ".inp" or ".json" ? extension : null;
    }
}
