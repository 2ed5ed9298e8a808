using System.Globalization;

namespace WaterSim.Model;

/// <summary>A place in a file.</summary>
/// <param name="File">File as the user named it.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1; 0: the whole line.</param>
public sealed record SourceLocation(string File, int Line, int Column = 0)
{
    /// <summary><c>file:line:column</c>.</summary>
    public override string ToString() => Column > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}")
        : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}");
}
