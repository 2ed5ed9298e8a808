using System.Text;
using System.Text.Json;

namespace WaterSim.Cli.Output;

/// <summary>Prints one JSON value to the output.</summary>
internal static class JsonOutput
{
    /// <summary>Prints what the action writes, once it is whole.</summary>
    public static void Print(Terminal terminal, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            write(json);
        }

        terminal.Output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
