using System.Globalization;
using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[LEAKAGE], [QUALITY], [SOURCES], [REACTIONS], [MIXING] and the options of quality.</summary>
internal static class QualityWriter
{
    public static void Write(InpLayout layout, Network network)
    {
        var units = QualityUnits.Of(network);
        var leak = units.File.FactorToSI(Quantity.LeakArea);
        Rows(layout, "LEAKAGE", network.Links.OfType<Pipe>()
            .Where(p => p.LeakArea != 0 || p.LeakExpansion != 0)
            .Select(p => new[]
            {
                InpFormat.Id(p.Id), InpFormat.Number(p.LeakArea, leak), InpFormat.Number(p.LeakExpansion, leak),
            }));
        Rows(layout, "QUALITY", network.Nodes.Where(n => n.InitialQuality != 0)
            .Select(n => new[] { InpFormat.Id(n.Id), InpFormat.Number(n.InitialQuality, units.Quality) }));
        Rows(
            layout, "SOURCES", network.Nodes.Where(n => n.Source is not null).Select(n => Source(n, units)),
            [.. network.Nodes.Where(n => n.Source is not null).Select(n => Note(n.Source!, units))]);
        Rows(layout, "REACTIONS", Reactions(network, units));
        Rows(layout, "MIXING", network.Nodes.OfType<Tank>()
            .Where(t => t.Mixing != MixingModel.Complete).Select(Mixing));
    }

    public static void WriteOptions(InpLayout layout, Network network)
    {
        var units = QualityUnits.Of(network);
        var quality = network.Quality;
        if (quality != new QualityOptions())
        {
            string[] cells = quality.Mode switch
            {
                QualityMode.Age => ["Quality", "AGE"],
                QualityMode.Trace => ["Quality", "TRACE", InpFormat.Id(quality.TraceNodeId ?? "")],
                QualityMode.Chemical =>
                    ["Quality", InpFormat.Id(quality.Chemical), InpFormat.Id(quality.ChemicalUnits)],
                _ => ["Quality", "NONE"],
            };
            if (quality.Mode != QualityMode.Chemical && HasName(quality))
            {
                // The name is given first; the later line changes the analysis, and leaves the name.
                layout.Row(null, "Quality", InpFormat.Id(quality.Chemical), InpFormat.Id(quality.ChemicalUnits));
            }

            layout.Row(null, cells);
        }

        if (quality.Diffusivity != new QualityOptions().Diffusivity)
        {
            layout.Row(
                null, "Diffusivity",
                InpFormat.Number(
                    quality.Diffusivity, units.DiffusivityFromSI(quality.Diffusivity), units.DiffusivityToSI));
        }

        if (quality.Tolerance is { } tolerance)
        {
            layout.Row(null, "Tolerance", InpFormat.Number(tolerance, units.Quality));
        }
    }

    private static bool HasName(QualityOptions quality) =>
        quality.Chemical != "Chemical" || quality.ChemicalUnits != "mg/L";

    private static void Rows(
        InpLayout layout, string section, IEnumerable<string[]> rows, params ReadOnlySpan<string?> notes)
    {
        var isOpen = false;
        var i = 0;
        foreach (var row in rows)
        {
            if (!isOpen)
            {
                layout.Section(section);
                isOpen = true;
            }

            layout.Row(i < notes.Length ? notes[i++] : null, row);
        }
    }

    // EPANET would dose always: whoever opens the file is to know.
    private static string? Note(QualitySource source, QualityUnits units) => source.Below is { } below
        ? $"only below {InpFormat.Number(below, units.Concentration)}, which this file cannot say"
        : null;

    private static string[] Source(Node node, QualityUnits units)
    {
        var source = node.Source!;
        return
        [
            InpFormat.Id(node.Id),
            source.Kind switch
            {
                QualitySourceKind.Mass => "MASS",
                QualitySourceKind.SetPoint => "SETPOINT",
                QualitySourceKind.FlowPaced => "FLOWPACED",
                _ => "CONCEN",
            },
            InpFormat.Number(source.Strength, units.Source(source.Kind)),
            source.PatternId is { } pattern ? InpFormat.Id(pattern) : "",
        ];
    }

    private static IEnumerable<string[]> Reactions(Network network, QualityUnits units)
    {
        var r = network.Reactions;
        var (bulk, wall) = (units.Bulk(r.BulkOrder), units.Wall());
        var tankBulk = units.Bulk(r.TankOrder);
        if (r != new ReactionOptions())
        {
            yield return ["Order", "Bulk", InpFormat.Shortest(r.BulkOrder)];
            yield return ["Order", "Tank", InpFormat.Shortest(r.TankOrder)];
            yield return ["Order", "Wall", r.WallOrder.ToString("R", CultureInfo.InvariantCulture)];
            yield return ["Global", "Bulk", InpFormat.Number(r.BulkCoefficient, bulk)];
            yield return ["Global", "Wall", InpFormat.Number(r.WallCoefficient, wall)];
            yield return ["Limiting", "Potential", InpFormat.Number(r.LimitingPotential, units.Concentration)];
            yield return ["Roughness", "Correlation", InpFormat.Number(r.RoughnessCorrelation, wall)];
        }

        foreach (var pipe in network.Links.OfType<Pipe>())
        {
            if (pipe.BulkCoefficient is { } kb)
            {
                yield return ["Bulk", InpFormat.Id(pipe.Id), InpFormat.Number(kb, bulk)];
            }

            if (pipe.WallCoefficient is { } kw)
            {
                yield return ["Wall", InpFormat.Id(pipe.Id), InpFormat.Number(kw, wall)];
            }
        }

        foreach (var tank in network.Nodes.OfType<Tank>())
        {
            if (tank.BulkCoefficient is { } kb)
            {
                yield return ["Tank", InpFormat.Id(tank.Id), InpFormat.Number(kb, tankBulk)];
            }
        }
    }

    private static string[] Mixing(Tank tank) => tank.Mixing switch
    {
        MixingModel.TwoCompartments => [InpFormat.Id(tank.Id), "2COMP", InpFormat.Shortest(tank.MixingFraction)],
        MixingModel.FirstInFirstOut => [InpFormat.Id(tank.Id), "FIFO"],
        _ => [InpFormat.Id(tank.Id), "LIFO"],
    };
}
