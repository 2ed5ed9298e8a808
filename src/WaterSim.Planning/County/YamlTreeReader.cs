using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace WaterSim.Planning.County;

/// <summary>
/// Builds a tree with positions from YAML text. Only plain YAML is taken: no anchors, aliases or tags and one document,
/// so that a file's size bounds the tree's size; depth is bounded too.
/// </summary>
internal sealed class YamlTreeReader
{
    private const int MaximumDepth = 16;

    private readonly DiagnosticBag _bag;
    private readonly Parser _parser;

    private YamlTreeReader(string text, DiagnosticBag bag)
    {
        _bag = bag;
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <summary>The file's root, or null where the text is no usable YAML; the bag then says why.</summary>
    public static YamlValue? Read(string text, DiagnosticBag bag, string begins = "Write the county system, beginning with 'schema: watersim-system/1'.")
    {
        try
        {
            return new YamlTreeReader(text, bag).ReadDocument(begins);
        }
        catch (YamlException e)
        {
            // The parser's own words carry no position of their own; Start does.
            bag.Error(
                "WS4003", (int)Math.Max(1, e.Start.Line), (int)Math.Max(1, e.Start.Column),
                "not readable as YAML: " + Printable.Text(e.Message),
                "Mend the indentation, quote or bracket there; text with ': ' or '#' needs quotes.");
            return null;
        }
    }

    private YamlValue? ReadDocument(string begins)
    {
        YamlValue? root = null;
        var documents = 0;
        while (Advance())
        {
            switch (_parser.Current)
            {
                case DocumentStart start when ++documents > 1:
                    Refuse(start, "a second document", "Keep one document per file: delete from '---' on.");
                    return null;
                case StreamStart or StreamEnd or DocumentStart or DocumentEnd:
                    break;
                default:
                    root = ReadValue(0);
                    if (root is null)
                    {
                        return null;
                    }

                    break;
            }
        }

        if (root is null or YamlText { IsNull: true })
        {
            _bag.Error("WS4003", 1, 1, "the file holds no data", begins);
            return null;
        }

        return root;
    }

    // On some broken text YamlDotNet's scanner fails with other exceptions than its own (an unclosed '{' before a
    // ': ' is one); they are told as what they are, faults of the text, after the last piece that was read.
    private bool Advance()
    {
        var last = _parser.Current?.End ?? Mark.Empty;
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            throw new YamlException(last, last, "a bracket, brace or quote is not closed", e);
        }
    }

    // Reads the value that begins at the current event and leaves the parser on its last event.
    private YamlValue? ReadValue(int depth)
    {
        var current = _parser.Current!;
        if (depth > MaximumDepth)
        {
            Refuse(current, $"nesting deeper than {MaximumDepth} levels", "Four levels are enough.");
            return null;
        }

        if (current is AnchorAlias)
        {
            Refuse(current, "an alias ('*name')", "Write the value out.");
            return null;
        }

        if (current is NodeEvent node && !node.Anchor.IsEmpty)
        {
            Refuse(current, "an anchor ('&name')", "Remove it and write repeated values out.");
            return null;
        }

        if (current is NodeEvent tagged && !tagged.Tag.IsEmpty && !tagged.Tag.IsNonSpecific)
        {
            Refuse(current, "a tag ('!name')", "Remove it.");
            return null;
        }

        var (line, column) = At(current);
        switch (current)
        {
            case Scalar scalar:
                return new YamlText(scalar.Value, scalar.Style == ScalarStyle.Plain, line, column);
            case SequenceStart:
                return ReadList(depth, line, column);
            case MappingStart:
                return ReadMap(depth, line, column);
            default:
                Refuse(current, "an unexpected mark", "Mend the line.");
                return null;
        }
    }

    private YamlList? ReadList(int depth, int line, int column)
    {
        var items = new List<YamlValue>();
        while (Advance() && _parser.Current is not SequenceEnd)
        {
            if (ReadValue(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new YamlList(items, line, column);
    }

    private YamlMap? ReadMap(int depth, int line, int column)
    {
        var entries = new List<KeyValuePair<YamlText, YamlValue>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (Advance() && _parser.Current is not MappingEnd)
        {
            var key = ReadValue(depth + 1);
            if (key is null)
            {
                return null;
            }

            if (key is not YamlText name)
            {
                _bag.Error("WS4009", key.Line, key.Column, $"a key is a word, here it is {key.Kind}", "Mend the brackets.");
                return null;
            }

            Advance();
            if (ReadValue(depth + 1) is not { } value)
            {
                return null;
            }

            if (seen.Add(name.Value))
            {
                entries.Add(new(name, value));
            }
            else
            {
                _bag.Error(
                    "WS4008", name.Line, name.Column, $"key '{Printable.Text(name.Value)}' stands twice",
                    "Keep one of the two.");
            }
        }

        return new YamlMap(entries, line, column);
    }

    private void Refuse(ParsingEvent at, string what, string remedy)
    {
        var (line, column) = At(at);
        _bag.Error("WS4004", line, column, $"{what} is not taken here", remedy);
    }

    private static (int Line, int Column) At(ParsingEvent e) =>
        ((int)Math.Max(1, e.Start.Line), (int)Math.Max(1, e.Start.Column));
}
