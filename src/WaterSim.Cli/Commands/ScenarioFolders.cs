using System.Text;

namespace WaterSim.Cli.Commands;

/// <summary>Names run folders of scenarios: by their files, whatever a scenario calls itself.</summary>
internal static class ScenarioFolders
{
    private const int Longest = 64;
    private const string Nameless = "scenario";

    /// <summary>
    /// One plain name per file, no two alike even where case does not count: letters, digits, hyphens, underscores and dots within;
    /// anything else becomes an underscore.
    /// </summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> files)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>();
        foreach (var file in files)
        {
            var wanted = Plain(Path.GetFileNameWithoutExtension(file));
            var name = wanted;
            for (var i = 2; !taken.Add(name); i++)
            {
                name = FormattableString.Invariant($"{wanted}-{i}");
            }

            names.Add(name);
        }

        return names;
    }

    private static string Plain(string text)
    {
        var made = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            made.Append(Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '.' ? rune.ToString() : "_");
            if (made.Length >= Longest)
            {
                break;
            }
        }

        var plain = made.ToString().Trim('.');
        return plain.Length > 0 ? plain : Nameless;
    }
}
