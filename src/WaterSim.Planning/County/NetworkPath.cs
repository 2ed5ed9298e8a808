namespace WaterSim.Planning.County;

/// <summary>Finds a file that a system file or a scenario names, which may not lie outside that file's folder.</summary>
internal static class NetworkPath
{
    /// <summary>The network.</summary>
    public static readonly (string Key, string Example) Network = ("network", "an INP file in that folder, such as network.inp");

    /// <summary>A year's daily values.</summary>
    public static readonly (string Key, string Example) Series = ("series", "a CSV in that folder, such as 2022.csv");

    /// <summary>The scenario that another inherits from.</summary>
    public static readonly (string Key, string Example) Base = ("base", "a scenario file in that folder, such as average-day.yaml");

    /// <summary>The path of the file, or null where the name leads outside or nowhere; the bag then says so.</summary>
    public static string? Resolve(string systemFile, YamlText name, DiagnosticBag bag, (string Key, string Example) what)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(systemFile))!;
        var text = name.Value;

        // A backslash is a separator on one system and part of a name on another: refused, so that a file means the
        // same everywhere.
        var parts = text.Split('/');
        if (text.Length == 0 || !Printable.IsClean(text) || Path.IsPathRooted(text)
            || text.AsSpan().ContainsAny('\\', ':')
            || parts.Any(p => p.Length == 0 || p is "." or ".."))
        {
            Refuse(name, "is not a plain path within the folder of this file", bag, what);
            return null;
        }

        var path = folder;
        foreach (var part in parts)
        {
            path = Path.Combine(path, part);
            if (IsLink(path))
            {
                Refuse(name, "is reached through a symbolic link", bag, what);
                return null;
            }
        }

        if (!File.Exists(path))
        {
            bag.Error(
                "WS4018", name.Line, name.Column, $"there is no {what.Key} file '{Printable.Text(text)}'",
                "Put it beside this file or correct the name.");
            return null;
        }

        // As the user named it: the folder part of the system file's own path.
        return Path.Combine(Path.GetDirectoryName(systemFile) ?? "", text);
    }

    // Not followed, so that no chain of links needs judging: what a link leads to can change between look and use.
    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private static void Refuse(YamlText name, string why, DiagnosticBag bag, (string Key, string Example) what) =>
        bag.Error(
            "WS4017", name.Line, name.Column, $"{what.Key} '{Printable.Text(name.Value)}' {why}",
            $"Name {what.Example}.");
}
