using Spectre.Console;

namespace WaterSim.Cli.Output;

/// <summary>Lines of a name and what there is to say of it; the name stands once where several follow.</summary>
internal sealed class FactList
{
    private readonly Table _table = new() { Border = TableBorder.None, ShowHeaders = false };
    private string? _last;

    /// <summary>An empty list.</summary>
    public FactList()
    {
        _table.AddColumn(new TableColumn("") { NoWrap = true, Padding = new Padding(0, 0, 0, 0) });
        _table.AddColumn(new TableColumn("") { Padding = new Padding(2, 0, 0, 0) });
    }

    /// <summary>Adds a line.</summary>
    public void Add(string name, string fact)
    {
        _table.AddRow(
            new Text(name == _last ? "" : name, new Style(decoration: Decoration.Bold)), new Text(fact));
        _last = name;
    }

    /// <summary>Prints the list.</summary>
    public void WriteTo(IAnsiConsole console) => console.Write(_table);
}
