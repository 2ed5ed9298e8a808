using Spectre.Console;

namespace WaterSim.Cli.Output;

/// <summary>Lines of a name and what there is to say of it; the name stands once where several follow.</summary>
internal sealed class FactList
{
    // As wide as the longest name, so that lists printed apart stand under each other.
    private const int NameWidth = 15;

    private readonly Grid _grid = new();
    private string? _last;

    /// <summary>An empty list.</summary>
    public FactList()
    {
        _grid.AddColumn(new GridColumn { NoWrap = true, Width = NameWidth, Padding = new Padding(0, 0, 0, 0) });
        _grid.AddColumn(new GridColumn { Padding = new Padding(2, 0, 0, 0) });
    }

    /// <summary>Adds a line.</summary>
    public void Add(string name, string fact)
    {
        _grid.AddRow(
            new Text(name == _last ? "" : name, new Style(decoration: Decoration.Bold)), new Text(fact));
        _last = name;
    }

    /// <summary>Prints the list.</summary>
    public void WriteTo(IAnsiConsole console) => console.Write(_grid);
}
