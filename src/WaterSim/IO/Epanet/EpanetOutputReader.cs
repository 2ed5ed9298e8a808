using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Model;

namespace WaterSim.IO.Epanet;

/// <summary>Reads EPANET's binary results (.out). Nothing about a file's content throws: what is wrong is a diagnostic.</summary>
/// <remarks>Counts are held against the file's length before anything is stored.</remarks>
public static class EpanetOutputReader
{
    private const int LargestFile = 1 << 30;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file; diagnostics name it so.</param>
    public static EpanetOutputReadResult ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var stream = File.OpenRead(path);
            return Read(stream, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Refused(
                path, EpanetCodes.Unreadable, $"the file cannot be read: {e.Message}",
                "Check the path and its permissions.");
        }
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The file's bytes.</param>
    /// <param name="fileName">Name by which diagnostics call it.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static EpanetOutputReadResult Read(Stream stream, string fileName = "results")
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(fileName);
        using var buffer = new MemoryStream();
        var block = new byte[1 << 16];
        for (int n; (n = stream.Read(block)) > 0;)
        {
            if (buffer.Length + n > LargestFile)
            {
                return Refused(
                    fileName, EpanetCodes.TooLarge, "the file is larger than 1 GiB",
                    "Report fewer periods: raise the report step.");
            }

            buffer.Write(block, 0, n);
        }

        return Read(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), fileName);
    }

    private static EpanetOutputReadResult Read(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.Length < EpanetFormat.HeaderBytes || Int(bytes, 0) != EpanetFormat.Magic)
        {
            return Refused(
                file, EpanetCodes.NotResults, "the file does not open as EPANET's binary results do",
                "Give the binary results of a run (.out).");
        }

        if (Int(bytes, 1) != EpanetFormat.LayoutVersion)
        {
            return Refused(
                file, EpanetCodes.UnknownVersion, Text($"the layout is of version {Int(bytes, 1)}, not {EpanetFormat.LayoutVersion}"),
                "Write the results with EPANET 2.0.12 or later.");
        }

        var counts = new Counts(Int(bytes, 2), Int(bytes, 3), Int(bytes, 4), Int(bytes, 5), Int(bytes, 6));
        if (Problem(bytes, counts) is { } problem)
        {
            return Refused(file, EpanetCodes.ValueOutOfRange, problem, "The file is damaged: write the results again.");
        }

        var fixedLength = EpanetFormat.PrologLength(counts.Nodes, counts.Links, counts.Tanks)
            + (EpanetFormat.PumpBytes * (long)counts.Pumps) + sizeof(float) + EpanetFormat.EpilogBytes;
        if (bytes.Length < fixedLength || Int(bytes[^sizeof(int)..], 0) != EpanetFormat.Magic)
        {
            return Refused(
                file, EpanetCodes.WrongLength,
                Text($"the file of {bytes.Length} bytes ends before its results do"),
                "The run was stopped or the file was cut: write the results again.");
        }

        var periods = Int(bytes[^12..], 0);
        var length = fixedLength + (Math.Max(0, (long)periods) * EpanetFormat.PeriodLength(counts.Nodes, counts.Links));
        if (periods < 0 || bytes.Length != length)
        {
            return Refused(
                file, EpanetCodes.WrongLength,
                Text($"the file has {bytes.Length} bytes, and {length} belong to its {periods} periods"),
                "The file is damaged: write the results again.");
        }

        var read = ReadBody(bytes, counts, periods);
        if (IndexProblem(read) is { } wrong)
        {
            return Refused(file, EpanetCodes.ValueOutOfRange, wrong, "The file is damaged: write the results again.");
        }

        return new EpanetOutputReadResult { File = read, Diagnostics = [] };
    }

    private static string? Problem(ReadOnlySpan<byte> bytes, Counts counts)
    {
        if (counts.Nodes < 0 || counts.Links < 0 || counts.Tanks < 0 || counts.Tanks > counts.Nodes
            || counts.Pumps < 0 || counts.Valves < 0 || (long)counts.Pumps + counts.Valves > counts.Links)
        {
            return Text($"{counts.Nodes} nodes with {counts.Tanks} tanks, {counts.Links} links with {counts.Pumps} pumps and {counts.Valves} valves cannot be");
        }

        (string Name, int Value, int Most)[] fields =
        [
            ("quality mode", Int(bytes, 7), 3),
            ("traced node", Int(bytes, 8), counts.Nodes),
            ("flow unit", Int(bytes, 9), (int)FlowUnits.CubicMetersPerSecond),
            ("pressure unit", Int(bytes, 10), (int)PressureUnits.Feet),
            ("statistic", Int(bytes, 11), (int)ReportStatistic.Range),
            ("report start", Int(bytes, 12), int.MaxValue),
            ("report step", Int(bytes, 13), int.MaxValue),
            ("duration", Int(bytes, 14), int.MaxValue),
        ];
        foreach (var (name, value, most) in fields)
        {
            if (value < 0 || value > most)
            {
                return Text($"{name} {value} is outside 0 to {most}");
            }
        }

        return null;
    }

    private static EpanetOutputFile ReadBody(ReadOnlySpan<byte> bytes, Counts counts, int periods)
    {
        var cursor = new EpanetCursor(bytes);
        cursor.Skip(EpanetFormat.HeaderBytes);
        return new EpanetOutputFile
        {
            Version = Int(bytes, 1),
            QualityMode = Int(bytes, 7),
            TracedNode = Int(bytes, 8) - 1,
            FlowUnits = (FlowUnits)Int(bytes, 9),
            PressureUnits = (PressureUnits)Int(bytes, 10),
            Statistic = (ReportStatistic)Int(bytes, 11),
            ReportStart = TimeSpan.FromSeconds(Int(bytes, 12)),
            ReportStep = TimeSpan.FromSeconds(Int(bytes, 13)),
            Duration = TimeSpan.FromSeconds(Int(bytes, 14)),
            Title = cursor.Texts(EpanetFormat.TitleLines, EpanetFormat.TitleBytes),
            InputFile = cursor.Text(EpanetFormat.FileNameBytes),
            ReportFile = cursor.Text(EpanetFormat.FileNameBytes),
            QualityName = cursor.Text(EpanetFormat.IdBytes),
            QualityUnit = cursor.Text(EpanetFormat.IdBytes),
            NodeIds = cursor.Texts(counts.Nodes, EpanetFormat.IdBytes),
            LinkIds = cursor.Texts(counts.Links, EpanetFormat.IdBytes),
            LinkStarts = cursor.Integers(counts.Links, less: 1),
            LinkEnds = cursor.Integers(counts.Links, less: 1),
            LinkTypes = cursor.Integers(counts.Links, less: 0),
            TankNodes = cursor.Integers(counts.Tanks, less: 1),
            TankAreas = [.. cursor.Numbers(counts.Tanks)],
            Elevations = [.. cursor.Numbers(counts.Nodes)],
            Lengths = [.. cursor.Numbers(counts.Links)],
            Diameters = [.. cursor.Numbers(counts.Links)],
            Energy = cursor.Pumps(counts.Pumps),
            DemandCharge = cursor.Numbers(1)[0],
            Values = cursor.Numbers((int)(periods * EpanetFormat.PeriodLength(counts.Nodes, counts.Links) / sizeof(float))),
            ReactionRates = [.. cursor.Numbers(4)],
            Periods = periods,
            WarningFlag = Int(bytes[^8..], 0),
        };
    }

    private static string? IndexProblem(EpanetOutputFile file)
    {
        var nodes = file.NodeIds.Length;
        for (var i = 0; i < file.LinkIds.Length; i++)
        {
            if (!IsIn(file.LinkStarts[i], nodes) || !IsIn(file.LinkEnds[i], nodes) || !IsIn(file.LinkTypes[i], 10))
            {
                return Text($"link {i + 1} joins nodes {file.LinkStarts[i] + 1} and {file.LinkEnds[i] + 1} of {nodes} as kind {file.LinkTypes[i]}");
            }
        }

        foreach (var tank in file.TankNodes)
        {
            if (!IsIn(tank, nodes))
            {
                return Text($"a tank is node {tank + 1} of {nodes}");
            }
        }

        foreach (var pump in file.Energy)
        {
            if (!IsIn(pump.Link, file.LinkIds.Length))
            {
                return Text($"a pump is link {pump.Link + 1} of {file.LinkIds.Length}");
            }
        }

        return null;
    }

    private static bool IsIn(int index, int count) => (uint)index < (uint)count;

    private static int Int(ReadOnlySpan<byte> bytes, int record) =>
        BinaryPrimitives.ReadInt32LittleEndian(bytes[(record * sizeof(int))..]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static EpanetOutputReadResult Refused(string file, string code, string message, string remedy) => new()
    {
        File = null,
        Diagnostics =
        [
            new Diagnostic
            {
                Code = code,
                Severity = DiagnosticSeverity.Error,
                Message = message,
                Remedy = remedy,
                Location = new SourceLocation(file, 1),
            },
        ],
    };

    private readonly record struct Counts(int Nodes, int Tanks, int Links, int Pumps, int Valves);
}
