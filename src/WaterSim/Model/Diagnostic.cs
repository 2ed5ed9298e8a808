using System.Text;

namespace WaterSim.Model;

/// <summary>One thing found wrong, or worth knowing, about an input or a run: data, printed like a compiler's message.</summary>
public sealed record Diagnostic
{
    /// <summary>Stable code, such as <c>WS1003</c>; DIAGNOSTICS.md lists them.</summary>
    public required string Code { get; init; }

    /// <summary>How serious it is.</summary>
    public required DiagnosticSeverity Severity { get; init; }

    /// <summary>What is wrong, with the offending value.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it, or null where nothing need be done.</summary>
    public string? Remedy { get; init; }

    /// <summary>The element meant, such as <c>pipe P12</c>, or null.</summary>
    public string? Element { get; init; }

    /// <summary>Where it stands in a file, or null.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary><c>file:line:column: severity code: element: message. remedy</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (Location is { } at)
        {
            text.Append(at).Append(": ");
        }

        text.Append(Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "notice",
        }).Append(' ').Append(Code).Append(": ");
        if (Element is not null)
        {
            text.Append(Element).Append(": ");
        }

        text.Append(Message);
        if (Remedy is not null)
        {
            text.Append(Message.EndsWith('.') ? " " : ". ").Append(Remedy);
        }

        return text.ToString();
    }
}
