namespace WaterSim.Plots.Tests.Support;

/// <summary>Folders that tests read.</summary>
internal static class Shared
{
    /// <summary>The folder that holds WaterSim.sln.</summary>
    public static string RepositoryRoot { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A network of the conformance collection beside the repository; it need not exist.</summary>
    public static string Conformance(string file) =>
        Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "conformance", "networks", file));

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "WaterSim.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above holds WaterSim.sln."));
}
