namespace WaterSim.Tests.Support;

/// <summary>The conformance data: other people's networks, beside the repository, in no clone.</summary>
public static class ConformanceData
{
    /// <summary>Where it would stand.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "conformance"));

    /// <summary>True where it is there.</summary>
    public static bool IsPresent => Directory.Exists(Folder);

    /// <summary>Names of all networks without their ending, or none where the data is absent.</summary>
    public static IEnumerable<string> NetworkNames => IsPresent
        ? Directory.EnumerateFiles(Path.Combine(Folder, "networks"), "*.inp")
            .Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)
        : [];

    /// <summary>Names of the quality results, or none where the data is absent.</summary>
    public static IEnumerable<string> QualityNames => IsPresent
        ? Directory.EnumerateFiles(Path.Combine(Folder, "quality"), "*.ref.csv.gz")
            .Select(f => Path.GetFileName(f)[..^".ref.csv.gz".Length]).Order(StringComparer.Ordinal)
        : [];

    /// <summary>Path of a file; skips the test where the data is absent.</summary>
    public static string Require(params string[] parts)
    {
        SkipIfAbsent();
        return Path.Combine([Folder, .. parts]);
    }

    /// <summary>Skips the test, with the reason, where the data is absent.</summary>
    public static void SkipIfAbsent() =>
        Assert.SkipUnless(IsPresent, "The conformance networks (../shared/conformance) are not on this machine.");
}
