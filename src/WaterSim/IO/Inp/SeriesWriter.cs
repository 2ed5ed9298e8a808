using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[PATTERNS] and [CURVES].</summary>
internal static class SeriesWriter
{
    private const int PerRow = 6;

    public static void Write(InpLayout layout, Network network, FileUnits units)
    {
        layout.Section("PATTERNS", "ID", "Multipliers");
        foreach (var pattern in network.Patterns)
        {
            CommentAbove(layout, pattern.Comment);
            foreach (var row in pattern.Multipliers.Chunk(PerRow))
            {
                layout.Row(null, [InpFormat.Id(pattern.Id), .. row.Select(InpFormat.Shortest)]);
            }
        }

        layout.Section("CURVES", "ID", "X", "Y");
        var uses = Uses(network);
        foreach (var curve in network.Curves)
        {
            CommentAbove(layout, curve.Comment);
            var (x, y) = QuantityOf.Curve(curve.Kind);
            var (xToSI, yToSI) = (units.FactorToSI(x), units.FactorToSI(y));

            // What uses a curve says its kind; a curve without a use says it itself.
            var kind = uses.Contains(curve.Id) ? "" : Word(curve.Kind);
            foreach (var point in curve.Points)
            {
                layout.Row(
                    null,
                    InpFormat.Id(curve.Id),
                    InpFormat.Number(point.X, xToSI),
                    InpFormat.Number(point.Y, yToSI),
                    kind);
            }
        }
    }

    private static string Word(CurveKind kind) => kind switch
    {
        CurveKind.TankVolume => "VOLUME",
        CurveKind.PumpHead => "PUMP",
        CurveKind.PumpEfficiency => "EFFIC",
        CurveKind.ValveHeadLoss => "HEADLOSS",
        CurveKind.ValveOpening => "VALVE",
        _ => "",
    };

    private static HashSet<string> Uses(Network network)
    {
        var uses = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tank in network.Nodes.OfType<Tank>())
        {
            uses.Add(tank.VolumeCurveId ?? "");
        }

        foreach (var link in network.Links)
        {
            if (link is Pump pump)
            {
                uses.Add(pump.HeadCurveId ?? "");
                uses.Add(pump.EfficiencyCurveId ?? "");
            }
            else if (link is Valve valve)
            {
                uses.Add(valve.CurveId ?? "");
            }
        }

        return uses;
    }

    private static void CommentAbove(InpLayout layout, string? comment)
    {
        if (comment is not null)
        {
            layout.Line(";" + InpFormat.OneLine(comment));
        }
    }
}
