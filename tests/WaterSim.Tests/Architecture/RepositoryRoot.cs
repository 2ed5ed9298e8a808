namespace WaterSim.Tests.Architecture;

/// <summary>The folder that holds WaterSim.sln.</summary>
internal static class RepositoryRoot
{
    /// <summary>Its full path.</summary>
    public static string Path { get; } = Find();

    /// <summary>A path below it.</summary>
    public static string Combine(params ReadOnlySpan<string> parts) =>
        System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(at.FullName, "WaterSim.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException($"No WaterSim.sln in any folder above {AppContext.BaseDirectory}.");
    }
}
