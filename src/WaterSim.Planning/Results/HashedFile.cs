using System.Security.Cryptography;

namespace WaterSim.Planning.Results;

/// <summary>A file as a manifest names it: where, how long, and a hash of what it holds.</summary>
/// <param name="Name">Path as the user named it, or relative to the run folder.</param>
/// <param name="Size">Size, bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
public sealed record HashedFile(string Name, long Size, string Sha256)
{
    /// <summary>Reads a file's size and hash.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Name to be told, or null for <paramref name="path"/>.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static HashedFile Of(string path, string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var hash = SHA256.HashData(file);
        return new HashedFile(name ?? path, file.Length, Convert.ToHexStringLower(hash));
    }
}
