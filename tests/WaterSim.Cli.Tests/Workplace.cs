using WaterSim.Tests.Architecture;

namespace WaterSim.Cli.Tests;

/// <summary>A folder for one test, removed at its end.</summary>
internal sealed class Workplace : IDisposable
{
    /// <summary>Its full path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("watersim-cli-").FullName;

    /// <summary>A network of networks/examples.</summary>
    public static string Example(string name) => RepositoryRoot.Combine("networks", "examples", name + ".inp");

    /// <summary>A path in the folder.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file into the folder.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>Names and contents of everything in a folder of this one, to compare with later.</summary>
    public IReadOnlyDictionary<string, string> Contents(string name) =>
        Directory.GetFiles(this[name], "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToDictionary(
            f => System.IO.Path.GetRelativePath(this[name], f), f => Convert.ToHexString(File.ReadAllBytes(f)),
            StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
