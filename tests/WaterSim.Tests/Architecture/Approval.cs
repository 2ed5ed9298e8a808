namespace WaterSim.Tests.Architecture;

/// <summary>Holds a text to a file that a person has approved.</summary>
internal static class Approval
{
    /// <summary>Fails where the text differs from the file, leaving the text beside it as NAME.received.txt.</summary>
    public static void Check(string approvedFile, string text)
    {
        var received = Path.ChangeExtension(approvedFile, ".received.txt");
        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile) : "";
        if (approved == text)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, text);
        Assert.Fail(
            $"{Path.GetFileName(approvedFile)} is no longer what is built. {Difference(approved, text)}\n"
            + $"Where the change is meant, approve it: mv {received} {approvedFile}");
    }

    private static string Difference(string approved, string received)
    {
        var before = approved.Split('\n');
        var after = received.Split('\n');
        var gone = before.Except(after, StringComparer.Ordinal).Select(l => $"\n- {l}");
        var come = after.Except(before, StringComparer.Ordinal).Select(l => $"\n+ {l}");
        return string.Concat(gone.Concat(come).Take(40));
    }
}
