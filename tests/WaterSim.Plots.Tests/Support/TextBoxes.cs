using System.Globalization;
using System.Xml.Linq;

namespace WaterSim.Plots.Tests.Support;

/// <summary>Where the texts of an SVG stand.</summary>
internal static class TextBoxes
{
    /// <summary>A text and the box of its letters, in units of the sheet.</summary>
    public sealed record Box(string Text, double Left, double Top, double Right, double Bottom)
    {
        public bool Overlaps(Box other) =>
            Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > 0.5
            && Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top) > 0.5;

        public bool IsInside(double width, double height) => Left >= 0 && Top >= 0 && Right <= width && Bottom <= height;
    }

    /// <summary>Every text once; one with a white edge, or an axis drawn again, stands in the file twice at the same place.</summary>
    public static List<Box> Of(XDocument svg) =>
        [.. svg.Descendants().Where(e => e.Name.LocalName == "text" && e.Value.Trim().Length > 0).Select(BoxOf).Distinct()];

    /// <summary>Texts that overlap, in pairs.</summary>
    public static List<string> Overlaps(XDocument svg)
    {
        var boxes = Of(svg);
        return
        [
            .. boxes.SelectMany((a, i) => boxes.Skip(i + 1).Where(a.Overlaps).Select(b => $"'{a.Text}' and '{b.Text}' at {a.Left:0}, {a.Top:0}")),
        ];
    }

    private static Box BoxOf(XElement text)
    {
        var size = Numbers(text.Attribute("font-size")!.Value)[0];
        var letters = Numbers(text.Attribute("x")!.Value);
        var baseline = Numbers(text.Attribute("y")!.Value)[0];
        var last = letters.Length > 1 ? Math.Min(size, 0.8 * (letters[^1] - letters[^2])) : 0.5 * size;
        var (left, top, right, bottom) = (letters[0], baseline - (0.68 * size), letters[^1] + last, baseline + (0.1 * size));
        if (text.Attribute("transform")?.Value is { } transform)
        {
            var t = Numbers(transform[(transform.IndexOf('(', StringComparison.Ordinal) + 1)..^1]);
            (left, top, right, bottom) = transform.StartsWith("translate", StringComparison.Ordinal)
                ? (left + t[0], top + t[1], right + t[0], bottom + t[1])

                // A quarter turn to the left: matrix(0 -1 1 0 e f).
                : (top + t[4], t[5] - right, bottom + t[4], t[5] - left);
        }

        return new Box(text.Value.Trim(), left, top, right, bottom);
    }

    private static double[] Numbers(string list) =>
        [.. list.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
}
