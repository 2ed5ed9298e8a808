using System.Globalization;
using System.Security.Cryptography;
using WaterSim.Model;

namespace WaterSim.Planning.Results;

/// <summary>
/// A run's folder in the making. Files are written into a staging folder beside the place of the run, which
/// <see cref="Commit(RunManifest)"/> renames into that place in one step: at no time does the place hold half a run, and an earlier
/// run there stays until the new one is whole.
/// </summary>
/// <remarks>
/// Disposing without commit removes the staging folder. A killed process leaves it behind as
/// <c>NAME.partial-xxxxxxxx</c>; it is never touched by a later run, for it may belong to one still going on. Should the
/// process be killed between the two renames of a replacement, the earlier run stands whole beside as
/// <c>NAME.previous-xxxxxxxx</c>.
/// </remarks>
public sealed class RunFolder : IDisposable
{
    private readonly string _suffix;
    private bool _done;

    private RunFolder(string target, string suffix)
    {
        (Target, _suffix) = (target, suffix);
        StagingPath = $"{target}.partial-{suffix}";
    }

    /// <summary>Full path of the place of the run.</summary>
    public string Target { get; }

    /// <summary>Full path of the folder into which the run's files are written; gone after <see cref="Commit(RunManifest)"/>.</summary>
    public string StagingPath { get; }

    /// <summary>A folder that should have been removed and could not be, or null.</summary>
    public string? LeftBehind { get; private set; }

    /// <summary>Called between the two moves of a replacement, so that a test can make the second fail.</summary>
    internal Action? BeforeLastMove { get; set; }

    /// <summary>Makes the staging folder.</summary>
    /// <param name="target">Place of the run. It need not exist; what stands there must be an earlier run or empty.</param>
    /// <exception cref="RunFolderException">Something else stands there, or nothing can be written beside it.</exception>
    public static RunFolder Begin(string target)
    {
        ArgumentException.ThrowIfNullOrEmpty(target);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if (Path.GetDirectoryName(full) is null)
        {
            throw Fail("WS4101", target, "is the root of a file system", "Name a folder of its own.");
        }

        try
        {
            // A link to a run folder stays a link; what it leads to is replaced.
            full = Directory.Exists(full) ? Directory.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
            Examine(full);
            var folder = new RunFolder(full, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)));
            Directory.CreateDirectory(folder.StagingPath);
            return folder;
        }
        catch (Exception e) when (e is (IOException and not RunFolderException) or UnauthorizedAccessException)
        {
            throw Fail("WS4102", full, "cannot be written: " + e.Message, "Name another place with --out.", e);
        }
    }

    /// <summary>
    /// Completes the run: writes the manifest with the hashes of all files, and puts the folder into its place. An
    /// earlier run there is moved aside first, back if that fails, and removed at the end.
    /// </summary>
    /// <param name="manifest">What made the run.</param>
    /// <exception cref="RunFolderException">The folder could not be put into its place; what stood there stands there.</exception>
    /// <exception cref="InvalidOperationException">The run was committed or disposed before.</exception>
    public void Commit(RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        Commit((files, to) => ManifestJson.Write(manifest, files, to));
    }

    /// <summary>Completes a comparison, as <see cref="Commit(RunManifest)"/> a run. It replaces an earlier comparison, but no run.</summary>
    /// <param name="manifest">What made the comparison.</param>
    /// <exception cref="RunFolderException">A run stands there, or the folder could not be put into its place; what stood there stands there.</exception>
    /// <exception cref="InvalidOperationException">It was committed or disposed before.</exception>
    public void Commit(ComparisonManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        RefuseRun(Target);
        Commit((files, to) => ManifestJson.Write(manifest, files, to));
    }

    /// <summary>Refuses a place that holds a run, which a comparison must not replace.</summary>
    /// <param name="target">The place.</param>
    /// <exception cref="RunFolderException">A run stands there.</exception>
    public static void RefuseRun(string target)
    {
        if (ManifestJson.IsRun(target))
        {
            throw Fail("WS4101", target, "is a run, which only a run may replace", "Name another place with --out.");
        }
    }

    private void Commit(Action<IReadOnlyList<HashedFile>, Stream> write)
    {
        if (_done)
        {
            throw new InvalidOperationException("This run folder was committed or disposed before.");
        }

        try
        {
            WriteManifest(write);
            Examine(Target);
            PutIntoPlace();
            _done = true;
        }
        catch (Exception e) when (e is (IOException and not RunFolderException) or UnauthorizedAccessException)
        {
            throw Fail("WS4102", Target, "cannot be written: " + e.Message, "Free space or name another place with --out.", e);
        }
    }

    /// <summary>Removes the staging folder, unless it was committed. Never throws; see <see cref="LeftBehind"/>.</summary>
    public void Dispose()
    {
        if (!_done)
        {
            _done = true;
            Remove(StagingPath);
        }
    }

    private void WriteManifest(Action<IReadOnlyList<HashedFile>, Stream> write)
    {
        var files = Directory.EnumerateFiles(StagingPath, "*", SearchOption.AllDirectories)
            .Select(f => (Path: f, Name: Path.GetRelativePath(StagingPath, f).Replace('\\', '/')))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .AsParallel().AsOrdered()
            .Select(f => HashedFile.Of(f.Path, f.Name))
            .ToList();
        using var file = new FileStream(Path.Combine(StagingPath, ManifestJson.FileName), FileMode.CreateNew, FileAccess.Write);
        write(files, file);

        // The manifest vouches for the other files, so it is on the disk before the rename that tells of it.
        file.Flush(flushToDisk: true);
    }

    private void PutIntoPlace()
    {
        if (!Directory.Exists(Target))
        {
            Directory.Move(StagingPath, Target);
            return;
        }

        var previous = $"{Target}.previous-{_suffix}";
        Directory.Move(Target, previous);
        try
        {
            BeforeLastMove?.Invoke();
            Directory.Move(StagingPath, Target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Directory.Move(previous, Target);
            throw;
        }

        Remove(previous);
    }

    private void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            LeftBehind = null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LeftBehind = folder;
        }
    }

    // Only an empty folder, or one that holds a run and nothing else, may be replaced.
    private static void Examine(string target)
    {
        if (File.Exists(target))
        {
            throw Fail("WS4101", target, "is a file", "Name a folder with --out.");
        }

        if (!Directory.Exists(target) || !Directory.EnumerateFileSystemEntries(target).Any())
        {
            return;
        }

        var listed = ManifestJson.FilesOf(target)
            ?? throw Fail("WS4101", target, "holds something other than a run (it has no manifest.json of one)", "Name another place with --out.");
        foreach (var file in Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(target, file).Replace('\\', '/');
            if (name != ManifestJson.FileName && !listed.Contains(name))
            {
                throw Fail(
                    "WS4101", target, $"holds '{name}', which is not of the run there",
                    "Move that file away or name another place with --out.");
            }
        }
    }

    private static RunFolderException Fail(
        string code, string place, string what, string remedy, Exception? inner = null) =>
        new(
            new Diagnostic
            {
                Code = code,
                Severity = DiagnosticSeverity.Error,
                Element = "run folder",
                Message = string.Create(CultureInfo.InvariantCulture, $"'{place}' {what}"),
                Remedy = remedy,
            },
            inner);
}
