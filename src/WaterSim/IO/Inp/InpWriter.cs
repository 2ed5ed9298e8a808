using System.Text;
using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>
/// Writes a network as an EPANET input file (.inp), in the units of its <see cref="HydraulicOptions.FlowUnits"/>.
/// What is written reads back as the same network; a network written twice gives the same bytes.
/// </summary>
/// <remarks>
/// Line breaks in titles and comments become blanks, a semicolon in a tag a comma, and a quote in it an
/// apostrophe, since no file can hold them; empty titles are left out. What else no file can hold, such as a source that
/// doses only below a concentration, is left to a comment; <see cref="InpLosses"/> tells of each.
/// </remarks>
public static class InpWriter
{
    private const int BufferSize = 1 << 16;

    /// <summary>The file's text.</summary>
    /// <exception cref="ArgumentException">An id cannot be written; <see cref="NetworkValidator"/> says which.</exception>
    public static string ToText(Network network)
    {
        var text = new StringBuilder();
        using var writer = new StringWriter(text);
        Write(network, writer);
        return text.ToString();
    }

    /// <summary>Writes the file's text.</summary>
    /// <exception cref="ArgumentException">An id cannot be written; <see cref="NetworkValidator"/> says which.</exception>
    public static void Write(Network network, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(writer);
        var layout = new InpLayout(writer);
        var units = FileUnits.Of(network.Options);
        Title(layout, network);
        NodeWriter.Write(layout, network, units);
        LinkWriter.Write(layout, network, units);
        NodeWriter.WriteDemands(layout, network, units);
        LinkWriter.WriteStatus(layout, network);
        SeriesWriter.Write(layout, network, units);
        ControlsWriter.Write(layout, network, units);
        RulesWriter.Write(layout, network, units);
        SettingsWriter.Write(layout, network, units);
        MapWriter.Write(layout, network);
        PreservedRest(layout, network);
        layout.Section("END");
        layout.Flush();
    }

    /// <summary>Writes a file in UTF-8, beside its place and then renamed into it: no half-written file is left.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">Where to; an existing file is replaced.</param>
    /// <exception cref="IOException">The file cannot be written; an earlier one is still there.</exception>
    public static void WriteFile(Network network, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        var beside = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var writer = new StreamWriter(beside, append: false, new UTF8Encoding(false), BufferSize))
            {
                Write(network, writer);
            }

            File.Move(beside, full, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static void Title(InpLayout layout, Network network)
    {
        layout.Section("TITLE");
        foreach (var title in network.Title.Where(t => !string.IsNullOrWhiteSpace(t)))
        {
            // A title that opens like a heading or a comment would not be read as one.
            var line = InpFormat.OneLine(title).TrimEnd();
            layout.Line(line.TrimStart() is ['[' or ';', ..] ? $"'{line}" : line);
        }
    }

    /// <summary>Writes a section that was kept word for word, if there is one of that name.</summary>
    internal static void Preserved(InpLayout layout, Network network, string name)
    {
        foreach (var section in network.Preserved)
        {
            if (section.Name == name)
            {
                layout.Section(name);
                Lines(layout, section);
            }
        }
    }

    /// <summary>Writes the kept lines of a section whose other lines are written anew.</summary>
    internal static void PreservedLines(InpLayout layout, Network network, string name)
    {
        foreach (var section in network.Preserved)
        {
            if (section.Name == name)
            {
                Lines(layout, section);
            }
        }
    }

    private static void Lines(InpLayout layout, PreservedSection section)
    {
        foreach (var line in section.Lines)
        {
            layout.Line(InpFormat.OneLine(line));
        }
    }

    private static void PreservedRest(InpLayout layout, Network network)
    {
        foreach (var section in network.Preserved)
        {
            if (section.Name is not ("OPTIONS" or "CONTROLS") && !SettingsWriter.PlacedSections.Contains(section.Name))
            {
                layout.Section(section.Name);
                Lines(layout, section);
            }
        }
    }
}
