using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WaterSim.Cli.Output;

/// <summary>Prints one JSON value to the output.</summary>
internal static class JsonOutput
{
    // Quotes and names in Chinese stay legible: nobody reads this as HTML.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    /// <summary>Prints what the action writes, once it is whole.</summary>
    public static void Print(Terminal terminal, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        terminal.Output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
