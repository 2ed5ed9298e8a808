namespace WaterSim.Cli;

/// <summary>A file that is written beside its place and renamed into it once it is whole.</summary>
internal sealed class StagedFile : IDisposable
{
    private readonly string _place;
    private readonly string _beside;
    private bool _isDone;

    private StagedFile(string place)
    {
        _place = Path.GetFullPath(place);
        _beside = $"{_place}.{Guid.NewGuid():N}.tmp";
        Stream = new FileStream(_beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
    }

    /// <summary>Where to write.</summary>
    public Stream Stream { get; }

    /// <summary>Begins a file; an earlier one in its place stays until <see cref="Commit"/>.</summary>
    /// <exception cref="IOException">The file cannot be written there.</exception>
    public static StagedFile Begin(string place)
    {
        ArgumentException.ThrowIfNullOrEmpty(place);
        if (Directory.Exists(place))
        {
            throw new IOException($"'{place}' is a folder.");
        }

        return new StagedFile(place);
    }

    /// <summary>Puts the file into its place.</summary>
    public void Commit()
    {
        Stream.Dispose();
        File.Move(_beside, _place, overwrite: true);
        _isDone = true;
    }

    /// <summary>Takes away what was not committed.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (!_isDone)
        {
            File.Delete(_beside);
        }
    }
}
