using WaterSim.IO.Inp;
using WaterSim.Model;

namespace WaterSim.Benchmarks;

/// <summary>The networks that are measured: Jiahe, and the conformance networks where they are beside the repository.</summary>
internal static class BenchmarkNetworks
{
    private static readonly string Root = FindRoot();

    /// <summary>Names of the networks that are there.</summary>
    public static IEnumerable<string> Names =>
        new[] { "jiahe", "Net3", "ky4", "L-TOWN", "BWSN_Network_2" }.Where(n => File.Exists(PathOf(n)));

    /// <summary>Path of a network's INP file.</summary>
    public static string PathOf(string name) => name == "jiahe"
        ? Path.Combine(Root, "networks", "jiahe", "network.inp")
        : Path.Combine(Root, "..", "shared", "conformance", "networks", name + ".inp");

    /// <summary>The network, or an exception that names what is wrong with it.</summary>
    public static Network Load(string name)
    {
        var read = InpReader.ReadFile(PathOf(name));
        return read.Network ?? throw new InvalidOperationException(string.Join('\n', read.Diagnostics));
    }

    // BenchmarkDotNet runs from a folder of its own making, below the repository.
    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WaterSim.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("No folder above the benchmarks holds WaterSim.sln.");
    }
}
