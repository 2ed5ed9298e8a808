using System.Collections.Immutable;
using WaterSim.IO.Inp;
using WaterSim.Model;

namespace WaterSim.Planning.County;

/// <summary>Reads a county system: <c>system.yaml</c> and the network it names.</summary>
public static class CountySystemReader
{
    /// <summary>Name of the system file in its folder.</summary>
    public const string FileName = "system.yaml";

    /// <summary>Reads a county system and its network, reporting every problem of both in one pass.</summary>
    /// <param name="path">The folder that holds <c>system.yaml</c>, or the file itself.</param>
    /// <returns>The system and its network, or diagnostics that say why there is none.</returns>
    public static CountyReadResult Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Load(path, static file =>
        {
            var read = InpReader.ReadFile(file);
            return (read.Network, read.Diagnostics);
        });
    }

    internal static CountyReadResult Load(
        string path, Func<string, (Network? Network, ImmutableArray<Diagnostic> Diagnostics)> readNetwork)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        var bag = new DiagnosticBag(file);
        if (BoundedTextFile.Read(file, bag) is not { } text)
        {
            return new CountyReadResult { Diagnostics = bag.ToImmutable() };
        }

        var parser = new CountySystemParser(bag);
        var system = YamlTreeReader.Read(text, bag) is { } tree ? parser.Parse(tree) : null;
        if (system is null)
        {
            return new CountyReadResult { Diagnostics = bag.ToImmutable(), Files = [file] };
        }

        Network? network = null;
        ImmutableArray<Diagnostic> ofNetwork = [];
        ImmutableArray<string> files = [file];
        if (parser.Index.NetworkFile is { } name && NetworkPath.Resolve(file, name, bag, NetworkPath.Network) is { } networkFile)
        {
            (network, ofNetwork) = readNetwork(networkFile);
            files = [file, networkFile];
        }

        foreach (var series in parser.Index.Series)
        {
            NetworkPath.Resolve(file, series, bag, NetworkPath.Series);
        }

        parser.References.Check(network, parser.Index);
        new CountySystemChecks(system, parser.Index, bag).Check(network);
        return new CountyReadResult
        {
            System = bag.HasErrors || network is null ? null : system,
            Network = network,
            Diagnostics = [.. bag.ToImmutable(), .. ofNetwork],
            Files = files,
        };
    }
}
