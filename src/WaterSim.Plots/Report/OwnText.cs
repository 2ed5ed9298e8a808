using System.Security.Cryptography;
using System.Text;

namespace WaterSim.Plots.Report;

/// <summary>A style or script that stands in this assembly: the only text that goes into a page as it is.</summary>
internal sealed class OwnText
{
    private OwnText(string text)
    {
        Text = text;
        Hash = "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))) + "'";
    }

    public string Text { get; }

    /// <summary>Its hash, as a content security policy names it.</summary>
    public string Hash { get; }

    /// <summary>Reads an embedded file.</summary>
    public static OwnText Of(string name)
    {
        using var stream = typeof(OwnText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly holds no '{name}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);

        // Browsers hash what they parsed, in which every line ends in LF.
        return new OwnText(reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
