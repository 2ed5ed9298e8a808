using WaterSim.IO.Inp;
using WaterSim.Model;

namespace WaterSim.Benchmarks;

/// <summary>
/// The networks that are measured: Jiahe, generated counties, and the conformance networks where they are beside the
/// repository.
/// </summary>
internal static class BenchmarkNetworks
{
    /// <summary>Pressure at which the whole demand is met in pressure-driven runs, m.</summary>
    private const double RequiredPressure = 15;

    private static readonly string Root = FindRoot();

    /// <summary>Names of the networks that are there.</summary>
    public static IEnumerable<string> Names =>
        new[] { "jiahe", "Net3", "ky4", "L-TOWN", "BWSN_Network_2" }.Where(n => File.Exists(PathOf(n)));

    /// <summary>Names of the networks of which ensembles are run; ky10 and the county stand for rural, branched ones.</summary>
    public static IEnumerable<string> OfEnsembles =>
        new[] { "jiahe", "ky4", "ky10", "L-TOWN", CountyFiles.NameOf(10_000), "BWSN_Network_2" }
            .Where(n => CountyFiles.IsCounty(n, out _) || File.Exists(PathOf(n)));

    /// <summary>Names of the networks whose water quality is followed.</summary>
    public static IEnumerable<string> OfQuality =>
        new[] { "jiahe", "Net3", "BWSN_Network_1", "L-TOWN", "BWSN_Network_2" }.Where(n => File.Exists(PathOf(n)));

    /// <summary>
    /// Path of a network's INP file; a name that ends in <c>.inp</c> is such a path already, and a county is generated.
    /// </summary>
    public static string PathOf(string name) => name switch
    {
        _ when name.EndsWith(".inp", StringComparison.OrdinalIgnoreCase) => name,
        _ when CountyFiles.IsCounty(name, out var nodes) => CountyFiles.PathOf(nodes),
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

    /// <summary>What a table calls a network.</summary>
    public static string Title(string name) => Path.GetFileNameWithoutExtension(name);

    /// <summary>What a table calls a demand model.</summary>
    public static string Title(DemandModel model) =>
        model == DemandModel.DemandDriven ? "demand-driven" : "pressure-driven";

    /// <summary>A network without duration: one steady state.</summary>
    public static Network Steady(this Network network) =>
        network with { Times = network.Times with { Duration = TimeSpan.Zero } };

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
