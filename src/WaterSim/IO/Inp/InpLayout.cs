namespace WaterSim.IO.Inp;

/// <summary>Writes sections and aligned rows.</summary>
internal sealed class InpLayout(TextWriter writer)
{
    private const int Width = 16;
    private bool _isFirst = true;

    /// <summary>Opens a section, with the names of its columns as a comment, or without.</summary>
    public void Section(string name, params ReadOnlySpan<string> columns)
    {
        if (!_isFirst)
        {
            Line("");
        }

        _isFirst = false;
        Line($"[{name}]");
        if (!columns.IsEmpty)
        {
            writer.Write(';');
            Cells(columns);
            writer.Write('\n');
        }
    }

    /// <summary>A row of cells; empty ones are left out at the end only.</summary>
    public void Row(string? comment, params ReadOnlySpan<string> cells)
    {
        writer.Write(' ');
        while (cells.Length > 0 && cells[^1].Length == 0)
        {
            cells = cells[..^1];
        }

        Cells(cells);
        if (comment is not null)
        {
            writer.Write("\t;");
            writer.Write(InpFormat.OneLine(comment));
        }

        writer.Write('\n');
    }

    /// <summary>A line as it stands.</summary>
    public void Line(string text)
    {
        writer.Write(text);
        writer.Write('\n');
    }

    private void Cells(ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            writer.Write(cells[i]);
            if (i + 1 < cells.Length)
            {
                for (var n = cells[i].Length; n < Width; n++)
                {
                    writer.Write(' ');
                }

                writer.Write(' ');
            }
        }
    }
}
