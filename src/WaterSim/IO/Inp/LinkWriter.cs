using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[PIPES], [PUMPS], [VALVES], [STATUS].</summary>
internal static class LinkWriter
{
    /// <summary>Links in their order: a section is opened anew where the kind changes.</summary>
    public static void Write(InpLayout layout, Network network, FileUnits units)
    {
        var length = units.FactorToSI(Quantity.Length);
        var diameter = units.FactorToSI(Quantity.PipeDiameter);
        var roughness = units.FactorToSI(QuantityOf.Roughness(network.Options.HeadLoss));
        Type? section = null;
        foreach (var link in network.Links)
        {
            var opens = link.GetType() != section;
            section = link.GetType();
            var (id, from, to) = (InpFormat.Id(link.Id), InpFormat.Id(link.FromNode), InpFormat.Id(link.ToNode));
            switch (link)
            {
                case Pipe pipe:
                    if (opens)
                    {
                        layout.Section(
                            "PIPES", "id", "node1", "node2", "length", "diameter", "roughness", "minor-loss", "status");
                    }

                    layout.Begin();
                    layout.Cell(id);
                    layout.Cell(from);
                    layout.Cell(to);
                    layout.Number(pipe.Length, length);
                    layout.Number(pipe.Diameter, diameter);
                    layout.Number(pipe.Roughness, roughness);
                    layout.Number(pipe.MinorLoss);
                    layout.Cell(
                        pipe.InitialStatus == LinkStatus.Closed ? "Closed" : pipe.HasCheckValve ? "CV" : "Open");
                    layout.End(link.Comment);
                    break;
                case Pump pump:
                    if (opens)
                    {
                        layout.Section("PUMPS", "id", "node1", "node2", "keyword value ...");
                    }

                    layout.Row(link.Comment, [id, from, to, .. Keywords(pump, units)]);
                    break;
                case Valve valve:
                    if (opens)
                    {
                        layout.Section(
                            "VALVES", "id", "node1", "node2", "diameter", "kind", "setting", "minor-loss", "curve");
                    }

                    layout.Row(
                        link.Comment, id, from, to,
                        InpFormat.Number(valve.Diameter, diameter),
                        InpWords.Of(valve.Kind),
                        valve.Kind == ValveKind.GeneralPurpose && valve.CurveId is { } curve
                            ? InpFormat.Id(curve)
                            : InpFormat.Number(valve.Setting, units.FactorToSI(QuantityOf.Setting(valve.Kind))),
                        InpFormat.Shortest(valve.MinorLoss),
                        valve.Kind == ValveKind.PositionalControl && valve.CurveId is { } opening
                            ? InpFormat.Id(opening)
                            : "");
                    break;
            }
        }
    }

    /// <summary>Pumps that do not run and valves that do not regulate.</summary>
    public static void WriteStatus(InpLayout layout, Network network)
    {
        layout.Section("STATUS", "link", "status");
        foreach (var link in network.Links)
        {
            var status = link switch
            {
                Pump { InitialStatus: LinkStatus.Closed } => "Closed",
                Valve { InitialStatus: LinkStatus.Closed } => "Closed",
                Valve { InitialStatus: LinkStatus.Open, Kind: not ValveKind.GeneralPurpose } => "Open",
                _ => null,
            };
            if (status is not null)
            {
                layout.Row(null, InpFormat.Id(link.Id), status);
            }
        }
    }

    private static IEnumerable<string> Keywords(Pump pump, FileUnits units)
    {
        if (pump.HeadCurveId is { } curve)
        {
            yield return "HEAD " + InpFormat.Id(curve);
        }

        if (pump.Power is { } power)
        {
            yield return "POWER " + InpFormat.Number(power, units.FactorToSI(Quantity.Power));
        }

        if (pump.Speed != 1)
        {
            yield return "SPEED " + InpFormat.Shortest(pump.Speed);
        }

        if (pump.SpeedPatternId is { } pattern)
        {
            yield return "PATTERN " + InpFormat.Id(pattern);
        }
    }
}
