using System.Text;

namespace WaterSim.Planning.County;

/// <summary>Reads a UTF-8 text file of bounded size.</summary>
internal static class BoundedTextFile
{
    /// <summary>Most bytes a file may have: some 100 times Jiahe's system file, 200 years of daily values.</summary>
    public const int MaximumBytes = 16 * 1024 * 1024;

    /// <summary>The text, or null where there is none; the bag then says why.</summary>
    public static string? Read(string path, DiagnosticBag bag, TextFileWords? words = null)
    {
        words ??= TextFileWords.System;
        byte[] bytes;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var kept = new MemoryStream();
            var chunk = new byte[64 * 1024];
            int n;
            while ((n = file.Read(chunk)) > 0)
            {
                if (kept.Length + n > MaximumBytes)
                {
                    bag.Error(
                        "WS4004", 1, 1, $"the file is larger than {MaximumBytes / (1024 * 1024)} MB",
                        words.TooLarge);
                    return null;
                }

                kept.Write(chunk, 0, n);
            }

            bytes = kept.ToArray();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            bag.Error("WS4001", 1, 1, "there is no such file", words.Missing);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Error("WS4001", 1, 1, "the file cannot be read: " + Printable.Text(e.Message), "Check its permissions.");
            return null;
        }

        return Decode(bytes, bag);
    }

    private static string? Decode(ReadOnlySpan<byte> bytes, DiagnosticBag bag)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            bag.Error("WS4002", 1, 1, "the file is UTF-16", "Save it as UTF-8.");
            return null;
        }

        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            bytes = bytes[3..];
        }

        var bad = bytes.IndexOf((byte)0);
        for (var i = 0; i < bytes.Length && (bad < 0 || i < bad);)
        {
            if (Rune.DecodeFromUtf8(bytes[i..], out _, out var used) != System.Buffers.OperationStatus.Done)
            {
                bad = i;
                break;
            }

            i += used;
        }

        if (bad < 0)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var before = bytes[..bad];
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        bag.Error(
            "WS4002", line, column, FormattableString.Invariant($"byte 0x{bytes[bad]:X2} is not UTF-8 text"),
            "Save the file as UTF-8 (Chinese text saved as GB 18030 is the usual cause).");
        return null;
    }
}
