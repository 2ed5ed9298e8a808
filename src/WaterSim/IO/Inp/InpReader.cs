using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>
/// Reads EPANET input files (.inp) as EPANET 2.3 reads them. Nothing about a file's content throws: every problem is a
/// diagnostic, and all are found in one reading.
/// </summary>
/// <remarks>
/// <para>Deviation from EPANET: sections may stand in any order, ids and lines may have any length, a line may have any
/// number of fields, and every encoding is brought to Unicode. EPANET must see an element before a line that names it.</para>
/// <para>The file is cut into its sections, which are then read in the order of what they need: options, patterns and
/// curves, nodes, links, and what speaks of them.</para>
/// </remarks>
public static class InpReader
{
    private const int LargestFile = 1 << 29;

    /// <summary>A larger file is never in memory as a whole.</summary>
    private const int LargestAtOnce = 1 << 22;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file; diagnostics name it so.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static InpReadResult ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var length = new FileInfo(path).Length;
            if (length > LargestFile)
            {
                return Refused(TooLarge(length, path));
            }

            if (length > LargestAtOnce)
            {
                using var file = new InpFile(path, (int)length);
                return Read(file, path);
            }

            return Read(File.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Refused(new Diagnostic
            {
                Code = InpCodes.Unreadable,
                Severity = DiagnosticSeverity.Error,
                Message = e is FileNotFoundException or DirectoryNotFoundException
                    ? "the file does not exist"
                    : $"the file cannot be read: {e.Message}",
                Remedy = "Check the path and its permissions.",
                Location = new SourceLocation(path, 1),
            });
        }
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The file's bytes.</param>
    /// <param name="fileName">Name by which diagnostics call it.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static InpReadResult Read(Stream stream, string fileName)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = new MemoryStream();
        var block = new byte[1 << 16];
        var (line, lineBytes) = (1, 0);
        for (int n; (n = stream.Read(block)) > 0;)
        {
            var last = block.AsSpan(0, n).LastIndexOf((byte)'\n');
            lineBytes = last < 0 ? lineBytes + n : n - last - 1;
            line += block.AsSpan(0, n).Count((byte)'\n');
            if (lineBytes > InpScan.LongestLine)
            {
                return Refused(LineTooLong(line, fileName));
            }

            if (buffer.Length + n > LargestFile)
            {
                return Refused(TooLarge(buffer.Length + n, fileName));
            }

            buffer.Write(block, 0, n);
        }

        return Read(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), fileName);
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="content">The bytes, in UTF-8, GBK, Latin-1 or UTF-16.</param>
    /// <param name="fileName">Name by which diagnostics call it.</param>
    public static InpReadResult Read(ReadOnlyMemory<byte> content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        using var bytes = new InpBytes(content);
        return Read(bytes, fileName);
    }

    private static InpReadResult Read(InpSource source, string fileName)
    {
        var scan = InpScan.Of(source);
        if (scan.LongLine > 0)
        {
            return Refused(LineTooLong(scan.LongLine, fileName));
        }

        if (scan.IsText)
        {
            return Read(source, scan.Blocks, [], fileName);
        }

        var encoding = new List<Diagnostic>();
        if (InpText.ToUtf8(source.Load(0, source.Length), fileName, encoding) is not { } text)
        {
            return Refused([.. encoding]);
        }

        using var converted = new InpBytes(text);
        return Read(converted, InpScan.Of(converted, longest: int.MaxValue - 1).Blocks, encoding, fileName);
    }

    private static InpReadResult Read(
        InpSource source, List<InpBlock> blocks, List<Diagnostic> encoding, string fileName)
    {
        using var session = new InpSession(fileName);
        encoding.ForEach(session.Add);
        InpSections.Read(session, source, blocks);
        TimesSection.Adjust(session);

        var network = InpAssembler.Assemble(session);
        var sources = new SourceMap(session);
        sources.SetCurves(network, session);
        Validate(session, network, sources);
        var diagnostics = session.Finish();
        return new InpReadResult
        {
            Network = session.HasErrors ? null : network,
            Diagnostics = diagnostics,
            Sources = sources,
        };
    }

    /// <summary>Asks the validator, and leaves out what follows from an error already told.</summary>
    private static void Validate(InpSession session, Network network, SourceMap sources)
    {
        foreach (var finding in NetworkValidator.Check(network, idsAreKnown: true))
        {
            var isConsequence = session.IsFaulty(finding.Kind, finding.Index) ||
                (session.LostLinks && finding.Diagnostic.Code
                    is NetworkCodes.UnconnectedJunction or NetworkCodes.UnconnectedSource
                    or NetworkCodes.UnreachedNodes);
            if (!isConsequence)
            {
                session.Add(finding.Diagnostic with { Location = sources.Find(finding.Kind, finding.Index) });
            }
        }
    }

    private static InpReadResult Refused(params ImmutableArray<Diagnostic> why) => new()
    {
        Network = null,
        Diagnostics = why,
        Sources = SourceMap.Empty,
    };

    private static Diagnostic LineTooLong(int line, string fileName) => new()
    {
        Code = InpCodes.LineTooLong,
        Severity = DiagnosticSeverity.Error,
        Message = string.Create(
            CultureInfo.InvariantCulture, $"the line has more than {InpScan.LongestLine} bytes"),
        Remedy = "Break the line; see whether the file is an EPANET input file.",
        Location = new SourceLocation(fileName, line),
    };

    private static Diagnostic TooLarge(long length, string fileName) => new()
    {
        Code = InpCodes.TooLarge,
        Severity = DiagnosticSeverity.Error,
        Message = string.Create(CultureInfo.InvariantCulture, $"the file has {length} bytes; at most {LargestFile} are read"),
        Remedy = "Remove what is not needed, such as [LABELS].",
        Location = new SourceLocation(fileName, 1),
    };
}
