using Spectre.Console;

namespace WaterSim.Cli.Output;

/// <summary>A table as the summary prints them: a title, a line of headings, columns without rules.</summary>
/// <remarks>A grid, because a table without border leaves no space between columns.</remarks>
internal sealed class TextTable
{
    private readonly string _title;
    private readonly Grid _grid = new();
    private readonly int _columns;
    private bool _isEmpty = true;

    /// <summary>Makes a table.</summary>
    /// <param name="title">What it shows, and where one unit serves all columns, the unit.</param>
    /// <param name="columns">Headings; one that opens with &lt; is aligned left, the others right.</param>
    public TextTable(string title, params ReadOnlySpan<string> columns)
    {
        _title = title;
        _columns = columns.Length;
        var headings = new Text[_columns];
        for (var i = 0; i < _columns; i++)
        {
            var isText = columns[i].StartsWith('<');
            headings[i] = new Text(isText ? columns[i][1..] : columns[i], new Style(Color.Grey));
            _grid.AddColumn(new GridColumn
            {
                Alignment = isText ? Justify.Left : Justify.Right,
                NoWrap = true,
                Padding = new Padding(2, 0, 0, 0),
            });
        }

        _grid.AddRow(headings);
    }

    /// <summary>Adds a row; cells that are not given stay empty.</summary>
    public void Add(params ReadOnlySpan<string> cells) => AddStyled(Style.Plain, cells);

    /// <summary>Adds a row that stands out, such as a total.</summary>
    public void AddTotal(params ReadOnlySpan<string> cells) => AddStyled(new Style(decoration: Decoration.Bold), cells);

    /// <summary>Adds a row whose cells have styles of their own.</summary>
    public void AddStyled(params ReadOnlySpan<(string Text, Style Style)> cells)
    {
        var row = new Text[_columns];
        for (var i = 0; i < _columns; i++)
        {
            row[i] = i < cells.Length ? new Text(cells[i].Text, cells[i].Style) : Text.Empty;
        }

        _grid.AddRow(row);
        _isEmpty = false;
    }

    /// <summary>Prints the table and an empty line, or nothing where it has no rows.</summary>
    public void WriteTo(IAnsiConsole console)
    {
        if (_isEmpty)
        {
            return;
        }

        console.Write(new Text(_title, new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        console.Write(_grid);
        console.WriteLine();
    }

    private void AddStyled(Style style, ReadOnlySpan<string> cells)
    {
        var row = new Text[_columns];
        for (var i = 0; i < _columns; i++)
        {
            row[i] = new Text(i < cells.Length ? cells[i] : "", style);
        }

        _grid.AddRow(row);
        _isEmpty = false;
    }
}
