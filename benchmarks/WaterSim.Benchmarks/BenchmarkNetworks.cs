using WaterSim.IO.Inp;
using WaterSim.Model;

namespace WaterSim.Benchmarks;

/// <summary>The networks that are measured: Jiahe, and the conformance networks where they are beside the repository.</summary>
internal static class BenchmarkNetworks
{
    /// <summary>Pressure at which the whole demand is met in pressure-driven runs, m.</summary>
    private const double RequiredPressure = 15;

    private static readonly string Root = FindRoot();

    /// <summary>Names of the networks that are there.</summary>
    public static IEnumerable<string> Names =>
        new[] { "jiahe", "Net3", "ky4", "L-TOWN", "BWSN_Network_2" }.Where(n => File.Exists(PathOf(n)));

    /// <summary>Path of a network's INP file; a name that ends in <c>.inp</c> is such a path already.</summary>
    public static string PathOf(string name) => name switch
    {
        _ when name.EndsWith(".inp", StringComparison.OrdinalIgnoreCase) => name,
        "jiahe" => Path.Combine(Root, "networks", "jiahe", "network.inp"),
        _ => Path.Combine(Root, "..", "shared", "conformance", "networks", name + ".inp"),
    };

    /// <summary>The network, or an exception that names what is wrong with it.</summary>
    public static Network Load(string name)
    {
        var read = InpReader.ReadFile(PathOf(name));
        return read.Network ?? throw new InvalidOperationException(string.Join('\n', read.Diagnostics));
    }

    /// <summary>
    /// The network with a demand model. Pressure-driven: nothing at 0 m, all from 15 m, as the square root between.
    /// </summary>
    public static Network Load(string name, DemandModel model)
    {
        var network = Load(name);
        return network with
        {
            Options = network.Options with
            {
                DemandModel = model,
                MinimumPressure = 0,
                RequiredPressure = RequiredPressure,
                PressureExponent = 0.5,
            },
        };
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
