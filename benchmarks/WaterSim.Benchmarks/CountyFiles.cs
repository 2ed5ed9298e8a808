using System.Collections.Concurrent;
using System.Globalization;
using WaterSim.Generation;
using WaterSim.IO.Inp;

namespace WaterSim.Benchmarks;

/// <summary>Generated counties as INP files in the temporary folder; a county of 10,000 nodes is called county-10000.</summary>
internal static class CountyFiles
{
    private const string Prefix = "county-";
    private const ulong Seed = 1;

    private static readonly ConcurrentDictionary<int, Lazy<string>> Written = new();

    /// <summary>What a county of a size is called.</summary>
    public static string NameOf(int nodes) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{nodes}");

    /// <summary>Whether a name is a county's, and of how many nodes.</summary>
    public static bool IsCounty(string name, out int nodes)
    {
        nodes = 0;
        return name.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out nodes)
            && nodes is >= CountyGenerator.FewestNodes and <= CountyGenerator.MostNodes;
    }

    /// <summary>The file of a county; written once by every process, for the generator may have changed.</summary>
    public static string PathOf(int nodes) => Written.GetOrAdd(nodes, n => new Lazy<string>(() => Write(n))).Value;

    /// <summary>The file of a county that another process has written.</summary>
    public static string PathIfWritten(int nodes) => FileOf(nodes) is { Exists: true } file
        ? file.FullName
        : throw new InvalidOperationException($"{FileOf(nodes).FullName} is not there.");

    private static FileInfo FileOf(int nodes) =>
        new(Path.Combine(Path.GetTempPath(), "watersim-benchmarks", NameOf(nodes) + ".inp"));

    // Under another name first, so that no other process meets half a file.
    private static string Write(int nodes)
    {
        var path = FileOf(nodes).FullName;
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName;
        var draft = Path.Combine(folder, Path.GetRandomFileName());
        using (var writer = new StreamWriter(draft))
        {
            InpWriter.Write(CountyGenerator.Generate(nodes, Seed), writer);
        }

        File.Move(draft, path, overwrite: true);
        return path;
    }
}
