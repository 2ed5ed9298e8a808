namespace WaterSim.IO.Inp;

/// <summary>Writes sections and aligned rows. A row is begun, given its cells and ended, or written at once.</summary>
internal sealed class InpLayout(TextWriter writer)
{
    private const int Width = 16;
    private const int Full = 1 << 14;

    private char[] _text = new char[2 * Full];
    private int _length;
    private bool _isFirst = true;

    // Where the row's last cell begins, -1 before its first; empty cells after it that nothing has followed yet.
    private int _cell = -1;
    private int _emptyCells;

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
            Append(";");
            Cells(columns);
            EndLine();
        }
    }

    /// <summary>A row of cells; empty ones are left out at the end only.</summary>
    public void Row(string? comment, params ReadOnlySpan<string> cells)
    {
        Begin();
        Cells(cells);
        End(comment);
    }

    /// <summary>Begins a row.</summary>
    public void Begin() => Append(" ");

    /// <summary>Adds a cell to the row.</summary>
    public void Cell(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            _emptyCells++;
            return;
        }

        BeginCell();
        Append(text);
    }

    /// <summary>Adds the shortest number in the file's unit that reads back as the same SI value.</summary>
    /// <param name="si">SI value.</param>
    /// <param name="factor">SI value of one file unit.</param>
    public void Number(double si, double factor = 1)
    {
        BeginCell();
        Reserve(InpFormat.LongestNumber);
        _length += InpFormat.Write(si, factor, _text.AsSpan(_length));
    }

    /// <summary>Ends the row.</summary>
    public void End(string? comment = null)
    {
        if (comment is not null)
        {
            Append("\t;");
            Append(InpFormat.OneLine(comment));
        }

        EndLine();
    }

    /// <summary>A line as it stands.</summary>
    public void Line(string text)
    {
        Append(text);
        EndLine();
    }

    /// <summary>Gives the writer what it has not yet been given.</summary>
    public void Flush()
    {
        writer.Write(_text.AsSpan(0, _length));
        _length = 0;
    }

    private void Cells(ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            Cell(cell);
        }
    }

    // Cells begin in columns, as far as those before them are not too long.
    private void BeginCell()
    {
        for (; _emptyCells >= 0; _emptyCells--)
        {
            if (_cell >= 0)
            {
                var blanks = Math.Max(0, _cell + Width - _length) + 1;
                Reserve(blanks);
                _text.AsSpan(_length, blanks).Fill(' ');
                _length += blanks;
            }

            _cell = _length;
        }

        _emptyCells = 0;
    }

    private void EndLine()
    {
        Append("\n");
        (_cell, _emptyCells) = (-1, 0);
        if (_length >= Full)
        {
            Flush();
        }
    }

    private void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    private void Reserve(int more)
    {
        if (_length + more > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_length + more, 2 * _text.Length));
        }
    }
}
