using System.Collections.Immutable;
using WaterSim.IO.Inp;
using WaterSim.IO.Json;
using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Cli.Commands;

/// <summary>What a command was given to work on, read whole: a county with its network, or a network alone.</summary>
/// <param name="Name">A short name for folders and headings: of a county its folder's, of another file its own.</param>
/// <param name="Network">The network, or null where an error stands in <paramref name="Diagnostics"/>.</param>
/// <param name="System">The county, or null for a network alone.</param>
/// <param name="Diagnostics">Everything found in the files.</param>
/// <param name="Files">The files that were read.</param>
internal sealed record NetworkInput(
    string Name,
    Network? Network,
    CountySystem? System,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<string> Files)
{
    /// <summary>The network as it was read, where <see cref="Network"/> is what a scenario has made of it; its leaks are found by it.</summary>
    public Network? LeakageFrom { get; init; }

    /// <summary>True where there is nothing to run.</summary>
    public bool HasErrors => Network is null || Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>The file that the network stood in.</summary>
    public string NetworkFile => Files.FirstOrDefault(
        f => f.EndsWith(".inp", StringComparison.OrdinalIgnoreCase), Files.IsEmpty ? "" : Files[0]);

    /// <summary>Reads a county folder, a system file, an INP file or a network as JSON.</summary>
    public static NetworkInput Read(string path)
    {
        var isFolder = Directory.Exists(path);
        if (isFolder || Path.GetExtension(path).ToLowerInvariant() is ".yaml" or ".yml")
        {
            var folder = isFolder ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
            var county = CountySystemReader.Load(path);
            var isWhole = county.System is not null && county.Network is not null;
            return new NetworkInput(
                NameOf(folder), isWhole ? county.Network : null, county.System, county.Diagnostics, county.Files);
        }

        if (Path.GetExtension(path).ToLowerInvariant() is ".json")
        {
            var json = NetworkJson.ReadFile(path);
            return new NetworkInput(
                Path.GetFileNameWithoutExtension(path), json.Network, null, json.Diagnostics, [path]);
        }

        var read = InpReader.ReadFile(path);
        return new NetworkInput(
            Path.GetFileNameWithoutExtension(path), read.Network, null, read.Diagnostics, [path]);
    }

    private static string NameOf(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return name.Length > 0 ? name : "network";
    }
}
