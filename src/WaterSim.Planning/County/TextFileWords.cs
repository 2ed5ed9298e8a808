namespace WaterSim.Planning.County;

/// <summary>What to do about a file that cannot be read, by what the file is for.</summary>
/// <param name="Missing">Where there is no such file.</param>
/// <param name="TooLarge">Where it is larger than is read.</param>
internal sealed record TextFileWords(string Missing, string TooLarge)
{
    /// <summary>Of a county's system file.</summary>
    public static TextFileWords System { get; } = new(
        "Name a folder that holds system.yaml, or the file itself.",
        "A county system file is text of a few hundred kB; name the right file.");
}
