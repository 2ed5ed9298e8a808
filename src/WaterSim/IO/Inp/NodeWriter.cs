using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[JUNCTIONS], [RESERVOIRS], [TANKS], [DEMANDS], [EMITTERS].</summary>
internal static class NodeWriter
{
    /// <summary>Nodes in their order: a section is opened anew where the kind changes.</summary>
    public static void Write(InpLayout layout, Network network, FileUnits units)
    {
        var length = units.FactorToSI(Quantity.Length);
        var flow = units.FactorToSI(Quantity.Flow);
        var volume = units.FactorToSI(Quantity.Volume);
        Type? section = null;
        foreach (var node in network.Nodes)
        {
            var opens = node.GetType() != section;
            section = node.GetType();
            switch (node)
            {
                case Junction junction:
                    if (opens)
                    {
                        layout.Section("JUNCTIONS", "id", "elevation", "demand", "pattern");
                    }

                    var demand = IsInline(junction) ? junction.Demands[0] : (Demand?)null;
                    layout.Begin();
                    layout.Cell(InpFormat.Id(node.Id));
                    layout.Number(junction.Elevation, length);
                    if (demand is { } inline)
                    {
                        layout.Number(inline.Base, flow);
                        layout.Cell(inline.PatternId is { } pattern ? InpFormat.Id(pattern) : "");
                    }

                    layout.End(node.Comment);
                    break;
                case Reservoir reservoir:
                    if (opens)
                    {
                        layout.Section("RESERVOIRS", "id", "head", "pattern");
                    }

                    layout.Row(
                        node.Comment,
                        InpFormat.Id(node.Id),
                        InpFormat.Number(reservoir.Head, length),
                        reservoir.HeadPatternId is { } heads ? InpFormat.Id(heads) : "");
                    break;
                case Tank tank:
                    if (opens)
                    {
                        layout.Section(
                            "TANKS", "id", "elevation", "initial-level", "minimum-level", "maximum-level", "diameter",
                            "minimum-volume", "volume-curve", "overflow");
                    }

                    layout.Row(
                        node.Comment,
                        InpFormat.Id(node.Id),
                        InpFormat.Number(tank.Elevation, length),
                        InpFormat.Number(tank.InitialLevel, length),
                        InpFormat.Number(tank.MinimumLevel, length),
                        InpFormat.Number(tank.MaximumLevel, length),
                        InpFormat.Number(tank.Diameter, length),
                        InpFormat.Number(tank.MinimumVolume, volume),
                        tank.VolumeCurveId is { } curve ? InpFormat.Id(curve) : tank.CanOverflow ? "*" : "",
                        tank.CanOverflow ? "YES" : "");
                    break;
            }
        }
    }

    /// <summary>Demands that their junction's line cannot hold, and emitters.</summary>
    public static void WriteDemands(InpLayout layout, Network network, FileUnits units)
    {
        var flow = units.FactorToSI(Quantity.Flow);
        var emitter = units.EmitterFactorToSI(network.Options.EmitterExponent);
        layout.Section("DEMANDS", "junction", "demand", "pattern", "category");
        foreach (var junction in network.Nodes.OfType<Junction>().Where(j => !IsInline(j)))
        {
            foreach (var demand in junction.Demands)
            {
                layout.Begin();
                layout.Cell(InpFormat.Id(junction.Id));
                layout.Number(demand.Base, flow);
                layout.Cell(demand.PatternId is { } pattern ? InpFormat.Id(pattern) : "");
                layout.End(demand.Category);
            }
        }

        layout.Section("EMITTERS", "junction", "coefficient");
        foreach (var junction in network.Nodes.OfType<Junction>().Where(j => j.EmitterCoefficient != 0))
        {
            layout.Row(
                null, InpFormat.Id(junction.Id), InpFormat.Number(junction.EmitterCoefficient, emitter));
        }
    }

    private static bool IsInline(Junction junction) => junction.Demands is [{ Category: null }];
}
