using System.Text;
using System.Text.Unicode;
using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>Brings a file's bytes to UTF-8, whatever they were written in.</summary>
internal static class InpText
{
    private const int Gbk = 936;

    /// <summary>The text of bytes that are not UTF-8 as UTF-8, or null where it is no text.</summary>
    public static byte[]? ToUtf8(ReadOnlySpan<byte> bytes, string fileName, List<Diagnostic> diagnostics)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return FromUtf16(bytes[2..], Encoding.Unicode, fileName, diagnostics);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return FromUtf16(bytes[2..], Encoding.BigEndianUnicode, fileName, diagnostics);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        var zero = bytes.IndexOf((byte)0);
        if (zero >= 0)
        {
            diagnostics.Add(NotText(
                "it holds a zero byte", bytes[..zero].Count((byte)'\n') + 1, fileName));
            return null;
        }

        var line = FirstInvalidLine(bytes);
        if (TryGbk(bytes, out var text))
        {
            diagnostics.Add(Assumed("GBK", line, fileName));
            return Encoding.UTF8.GetBytes(text);
        }

        diagnostics.Add(Assumed("Latin-1", line, fileName));
        return Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(bytes));
    }

    private static byte[]? FromUtf16(
        ReadOnlySpan<byte> bytes, Encoding encoding, string fileName, List<Diagnostic> diagnostics)
    {
        var text = encoding.GetString(bytes);
        if (text.Contains('\0', StringComparison.Ordinal) || text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            diagnostics.Add(NotText("it opens like UTF-16 but does not go on so", 1, fileName));
            return null;
        }

        diagnostics.Add(Assumed("UTF-16", 1, fileName));
        return Encoding.UTF8.GetBytes(text);
    }

    // Chinese text in GBK is nearly all in the rows of GB 2312: lead and trail both from A1. An accented Latin letter
    // stands mostly before an ASCII one, which is no such trail.
    private static bool TryGbk(ReadOnlySpan<byte> bytes, out string text)
    {
        text = "";
        int pairs = 0, common = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
            {
                continue;
            }

            if (bytes[i] is 0x80 or 0xFF || ++i == bytes.Length || bytes[i] is < 0x40 or 0x7F or 0xFF)
            {
                return false;
            }

            pairs++;
            common += bytes[i] >= 0xA1 && bytes[i - 1] is >= 0xA1 and <= 0xF7 ? 1 : 0;
        }

        if (common < 0.8 * pairs)
        {
            return false;
        }

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var strict = Encoding.GetEncoding(
            Gbk, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"));
        text = strict.GetString(bytes);
        return !text.Contains('\uFFFD', StringComparison.Ordinal);
    }

    private static int FirstInvalidLine(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        while (!bytes.IsEmpty)
        {
            var length = bytes.IndexOf((byte)'\n');
            if (length < 0 || !Utf8.IsValid(bytes[..length]))
            {
                break;
            }

            bytes = bytes[(length + 1)..];
            line++;
        }

        return line;
    }

    private static Diagnostic Assumed(string encoding, int line, string fileName) => new()
    {
        Code = InpCodes.EncodingAssumed,
        Severity = DiagnosticSeverity.Notice,
        Message = $"the text is not UTF-8; it is read as {encoding}",
        Remedy = "Save the file as UTF-8 if names look wrong.",
        Location = new SourceLocation(fileName, line),
    };

    private static Diagnostic NotText(string why, int line, string fileName) => new()
    {
        Code = InpCodes.NotText,
        Severity = DiagnosticSeverity.Error,
        Message = $"the file is not text: {why}",
        Remedy = "Give an EPANET input file (.inp), not a project (.net) or results file.",
        Location = new SourceLocation(fileName, line),
    };
}
