using System.Globalization;
using System.Text;

namespace JiaheLayout.Output;

/// <summary>A section of text in aligned columns; lines end with LF on every machine.</summary>
internal sealed class Columns(params string[] heads)
{
    private readonly List<string[]> _rows = [heads];

    public void Add(params object[] cells) =>
        _rows.Add([.. cells.Select(c => Convert.ToString(c, CultureInfo.InvariantCulture) ?? "")]);

    public void WriteTo(StringBuilder text)
    {
        var widths = Enumerable.Range(0, _rows.Max(r => r.Length)).Select(i => _rows.Max(r => i < r.Length ? r[i].Length : 0)).ToArray();
        foreach (var row in _rows)
        {
            text.Append(string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd()).Append('\n');
        }

        text.Append('\n');
    }
}
