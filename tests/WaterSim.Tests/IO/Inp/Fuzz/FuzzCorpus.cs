using WaterSim.Tests.Support;

namespace WaterSim.Tests.IO.Inp.Fuzz;

/// <summary>The files that mutants are made of: the conformance networks, or where they are absent our own examples.</summary>
internal sealed class FuzzCorpus
{
    private const int Small = 50_000;
    private const int Large = 600_000;

    private readonly byte[][] _small;
    private readonly byte[][] _middle;
    private readonly byte[][] _all;

    private FuzzCorpus(byte[][] files)
    {
        _all = files;
        _small = [.. files.Where(f => f.Length <= Small)];
        _middle = [.. files.Where(f => f.Length <= Large)];
    }

    public static FuzzCorpus Load()
    {
        var folder = ConformanceData.IsPresent
            ? Path.Combine(ConformanceData.Folder, "networks")
            : Repository.File("networks", "examples");
        return new FuzzCorpus(
            [.. Directory.EnumerateFiles(folder, "*.inp").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)]);
    }

    /// <summary>A file: mostly a small one, now and then a larger one, seldom the largest.</summary>
    public byte[] Pick(Random random)
    {
        var files = random.Next(1000) switch
        {
            < 980 => _small,
            < 999 => _middle,
            _ => _all,
        };
        return files[random.Next(files.Length)];
    }
}
