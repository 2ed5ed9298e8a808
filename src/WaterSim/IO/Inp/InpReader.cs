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

    /// <summary>A larger file is read bit by bit, so that one that is refused takes no memory.</summary>
    private const int LargestAtOnce = 1 << 25;

    /// <summary>A longer line is refused, so that none holds more fields than memory.</summary>
    private const int LongestLine = 1 << 21;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file; diagnostics name it so.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static InpReadResult ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] bytes;
        try
        {
            var length = new FileInfo(path).Length;
            if (length > LargestFile)
            {
                return Refused(TooLarge(length, path));
            }

            if (length > LargestAtOnce)
            {
                using var file = File.OpenRead(path);
                return Read(file, path);
            }

            bytes = File.ReadAllBytes(path);
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

        return Read(bytes, path);
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
            if (lineBytes > LongestLine)
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
        if (FindLongLine(content.Span) is var line && line > 0)
        {
            return Refused(LineTooLong(line, fileName));
        }

        var encoding = new List<Diagnostic>();
        if (InpText.ToUtf8(content, fileName, encoding) is not { } text)
        {
            return Refused([.. encoding]);
        }

        using var session = new InpSession(text, fileName);
        encoding.ForEach(session.Add);
        ReadSections(session);
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

    private static void ReadSections(InpSession session)
    {
        var blocks = InpBlock.Scan(session.Text);
        Check(session, blocks);
        Each(InpSection.Title, PreservedSections.Title);
        Each(InpSection.Options, OptionsSection.Read);
        Each(InpSection.Patterns, SeriesSections.Patterns);
        Each(InpSection.Curves, SeriesSections.Curves);
        Each(InpSection.Junctions, NodeSections.Junctions);
        foreach (var block in blocks)
        {
            if (block.Section is InpSection.Reservoirs or InpSection.Tanks)
            {
                NodeSections.Sources(session, new InpLines(session.Text, block));
            }
        }

        // Links keep the order of the file, whatever their section.
        foreach (var block in blocks)
        {
            Action<InpSession, InpLines>? read = block.Section switch
            {
                InpSection.Pipes => LinkSections.Pipes,
                InpSection.Pumps => PumpSection.Read,
                InpSection.Valves => LinkSections.Valves,
                _ => null,
            };
            read?.Invoke(session, new InpLines(session.Text, block));
        }

        Each(InpSection.Demands, DemandSections.Demands);
        Each(InpSection.Emitters, DemandSections.Emitters);
        Each(InpSection.Status, StatusSection.Read);
        Each(InpSection.Controls, ControlsSection.Read);
        Each(InpSection.Rules, RulesSection.Read);
        Each(InpSection.Leakage, LeakageSection.Read);
        Each(InpSection.Quality, QualitySections.Quality);
        Each(InpSection.Sources, QualitySections.Sources);
        Each(InpSection.Reactions, ReactionsSection.Read);
        Each(InpSection.Mixing, QualitySections.Mixing);
        Each(InpSection.Report, ReportSection.Read);
        Each(InpSection.Energy, EnergySection.Read);
        Each(InpSection.Times, TimesSection.Read);
        Each(InpSection.Coordinates, MapSections.Coordinates);
        Each(InpSection.Vertices, MapSections.Vertices);
        Each(InpSection.Tags, MapSections.Tags);
        foreach (var block in blocks)
        {
            if (block.Section is InpSection.Roughness or InpSection.Labels or InpSection.Backdrop)
            {
                PreservedSections.Keep(session, block);
            }
        }

        void Each(InpSection section, Action<InpSession, InpLines> read)
        {
            foreach (var block in blocks)
            {
                if (block.Section == section)
                {
                    read(session, new InpLines(session.Text, block));
                }
            }
        }
    }

    private static void Check(InpSession session, List<InpBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Section != InpSection.Unknown)
            {
                Heading(session, block);
                continue;
            }

            if (block.Heading < 0)
            {
                var line = new InpLines(session.Text, block);
                if (line.Next())
                {
                    session.Warning(
                        InpCodes.DataOutsideSection, line, 0, element: null,
                        $"{InpSession.Show(line[0])} stands before the first section and is not read",
                        "Put a section heading such as [JUNCTIONS] above it.");
                }

                continue;
            }

            var heading = session.Text.AsSpan(block.Heading);
            var end = heading.IndexOfAny("\r\n;"u8);
            heading = (end < 0 ? heading : heading[..end]).TrimEnd(" \t"u8);
            session.Add(new Diagnostic
            {
                Code = InpCodes.UnknownSection,
                Severity = DiagnosticSeverity.Error,
                Message = $"section {InpSession.Show(heading)} is not known",
                Remedy = "Correct the heading, or remove the section.",
                Location = new SourceLocation(session.FileName, block.HeadingLine, 1),
            });
        }
    }

    // EPANET up to 2.2 knows a section by its first letters, and so do files; 2.3 asks for the whole word.
    private static void Heading(InpSession session, InpBlock block)
    {
        var whole = $"[{block.Section.ToString().ToUpperInvariant()}]";
        var heading = session.Text.AsSpan(block.Heading);
        if (InpLines.Opens(heading, whole))
        {
            return;
        }

        var end = heading.IndexOfAny(" \t\r\n;"u8);
        session.Add(new Diagnostic
        {
            Code = InpCodes.HeadingShortened,
            Severity = DiagnosticSeverity.Warning,
            Message = $"section {InpSession.Show(end < 0 ? heading : heading[..end])} is read as {whole}; EPANET 2.3 refuses it",
            Remedy = $"Write {whole}.",
            Location = new SourceLocation(session.FileName, block.HeadingLine, 1),
        });
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

    /// <summary>The number of the first line that is too long; 0: there is none.</summary>
    private static int FindLongLine(ReadOnlySpan<byte> text)
    {
        var line = 1;
        while (text.Length > LongestLine)
        {
            // The last break within reach: the lines before it are short enough.
            var last = text[..(LongestLine + 1)].LastIndexOf((byte)'\n');
            if (last < 0)
            {
                return line;
            }

            line += text[..(last + 1)].Count((byte)'\n');
            text = text[(last + 1)..];
        }

        return 0;
    }

    private static Diagnostic LineTooLong(int line, string fileName) => new()
    {
        Code = InpCodes.LineTooLong,
        Severity = DiagnosticSeverity.Error,
        Message = string.Create(
            CultureInfo.InvariantCulture, $"the line has more than {LongestLine} bytes"),
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
