namespace WaterSim.Tests.Support;

/// <summary>Finds the repository and the conformance data beside it.</summary>
public static class Repository
{
    /// <summary>The folder that holds WaterSim.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file of the repository.</summary>
    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "WaterSim.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("No folder above the tests holds WaterSim.sln.");
    }
}
