using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>Reads the sections of a file in the order of what they need, whatever their order in the file.</summary>
internal static class InpSections
{
    // Of these a file may have a million lines, each of which stands alone.
    private static readonly HashSet<InpSection> ReadInPieces =
    [
        InpSection.Junctions, InpSection.Pipes, InpSection.Demands, InpSection.Emitters, InpSection.Status,
        InpSection.Leakage, InpSection.Quality, InpSection.Coordinates, InpSection.Vertices, InpSection.Tags,
    ];

    private delegate void Reader(InpSession session, InpLines line);

    /// <summary>Reads them.</summary>
    public static void Read(InpSession session, InpSource source, List<InpBlock> blocks)
    {
        Check(session, source, blocks);
        MakeRoom(session, blocks);
        Each(InpSection.Title, PreservedSections.Title);
        Each(InpSection.Options, OptionsSection.Read);
        Each(InpSection.Patterns, SeriesSections.Patterns);
        Each(InpSection.Curves, SeriesSections.Curves);
        Each(InpSection.Junctions, NodeSections.Junctions);
        foreach (var block in blocks)
        {
            if (block.Section is InpSection.Reservoirs or InpSection.Tanks)
            {
                One(block, NodeSections.Sources);
            }
        }

        // Links keep the order of the file, whatever their section.
        foreach (var block in blocks)
        {
            Reader? read = block.Section switch
            {
                InpSection.Pipes => LinkSections.Pipes,
                InpSection.Pumps => PumpSection.Read,
                InpSection.Valves => LinkSections.Valves,
                _ => null,
            };
            if (read is not null)
            {
                One(block, read);
            }
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
                PreservedSections.Keep(session, block, source.Load(block.Start, block.End));
            }
        }

        void Each(InpSection section, Reader read)
        {
            foreach (var block in blocks)
            {
                if (block.Section == section)
                {
                    One(block, read);
                }
            }
        }

        void One(InpBlock block, Reader read)
        {
            if (!ReadInPieces.Contains(block.Section))
            {
                read(session, new InpLines(source.Load(block.Start, block.End), block.FirstLine));
                return;
            }

            var line = block.FirstLine;
            var pieces = new InpPieces(source, block.Start, block.End);
            while (pieces.Next())
            {
                read(session, new InpLines(pieces.Text, line));
                line += pieces.Text.Count((byte)'\n');
            }
        }
    }

    private static void MakeRoom(InpSession session, List<InpBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Section == InpSection.Junctions)
            {
                session.NodeList.Reserve(block.Room);
                session.NodeIds.Reserve(block.Room);
            }
            else if (block.Section == InpSection.Pipes)
            {
                session.LinkList.Reserve(block.Room);
                session.LinkIds.Reserve(block.Room);
            }
        }
    }

    private static void Check(InpSession session, InpSource source, List<InpBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Section != InpSection.Unknown)
            {
                Heading(session, block);
            }
            else if (block.HeadingLine == 0)
            {
                BeforeFirstHeading(session, new InpLines(source.Load(block.Start, block.End), block.FirstLine));
            }
            else
            {
                session.Add(new Diagnostic
                {
                    Code = InpCodes.UnknownSection,
                    Severity = DiagnosticSeverity.Error,
                    Message = $"section {block.Heading} is not known",
                    Remedy = "Correct the heading, or remove the section.",
                    Location = new SourceLocation(session.FileName, block.HeadingLine, 1),
                });
            }
        }
    }

    private static void BeforeFirstHeading(InpSession session, InpLines line)
    {
        if (line.Next())
        {
            session.Warning(
                InpCodes.DataOutsideSection, line, 0, element: null,
                $"{InpSession.Show(line[0])} stands before the first section and is not read",
                "Put a section heading such as [JUNCTIONS] above it.");
        }
    }

    // EPANET up to 2.2 knows a section by its first letters, and so do files; 2.3 asks for the whole word.
    private static void Heading(InpSession session, InpBlock block)
    {
        if (block.Heading is null)
        {
            return;
        }

        var whole = InpBlock.WholeHeading(block.Section);
        session.Add(new Diagnostic
        {
            Code = InpCodes.HeadingShortened,
            Severity = DiagnosticSeverity.Warning,
            Message = $"section {block.Heading} is read as {whole}; EPANET 2.3 refuses it",
            Remedy = $"Write {whole}.",
            Location = new SourceLocation(session.FileName, block.HeadingLine, 1),
        });
    }
}
