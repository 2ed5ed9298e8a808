using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using WaterSim.Hydraulics;
using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.IO.Epanet;

/// <summary>Writes a run as EPANET's binary results (.out), in the units of the network's file.</summary>
/// <remarks>
/// <para>Layout: EPANET 2.2 manual, output file format. <see cref="EpanetOutputReader"/> reads it back.</para>
/// <para>Of several analyses the file has room for one: the one that the network's options ask for, else the first that
/// EPANET knows. Without any it says quality none, and quality and reaction rates are 0. Deviation from EPANET: a link's
/// reaction rate is that of its mean concentration, and mean rates are those of the whole run (EpanetQualityTests).</para>
/// <para>A node that no source reaches has no head: it is written as NaN, where EPANET writes a number that means nothing.</para>
/// </remarks>
public static class EpanetOutput
{
    /// <summary>Writes the file.</summary>
    /// <param name="results">The run.</param>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="inputFile">Name of the input file to be noted, at most 259 bytes; longer ones are cut.</param>
    /// <param name="reportFile">Name of the report file to be noted.</param>
    /// <returns>A notice for each id that is too long for the file: more than 31 bytes of UTF-8.</returns>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static ImmutableArray<Diagnostic> Write(
        SimulationResults results, Stream stream, string inputFile = "", string reportFile = "")
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(inputFile);
        ArgumentNullException.ThrowIfNull(reportFile);
        var records = new Records(stream);
        var values = new EpanetValues(results);
        var quality = EpanetQuality.Of(results);
        var notices = ImmutableArray.CreateBuilder<Diagnostic>();
        Header(records, results, quality);
        Texts(records, results.Network, inputFile, reportFile, quality);
        Ids(records, results.Network, notices);
        Elements(records, results.Network);
        Energy(records, results);
        for (var k = 0; k < values.Periods; k++)
        {
            values.Load(k);
            foreach (var variable in Enum.GetValues<EpanetNodeVariable>())
            {
                records.Add(values.Of(variable));
            }

            foreach (var variable in Enum.GetValues<EpanetLinkVariable>())
            {
                records.Add(values.Of(variable));
            }
        }

        records.Add(quality.MeanRates.AsSpan());
        records.Add(values.Periods, EpanetWarnings.FlagOf(results), EpanetFormat.Magic);
        return notices.ToImmutable();
    }

    /// <summary>
    /// EPANET's warning number of a run, which stands in the file: 1 unbalanced, 3 nodes without supply, 4 a pump outside
    /// its range, 5 a valve that cannot hold its setting, 6 negative pressure, 0 none; of several the graver.
    /// </summary>
    public static int WarningFlag(SimulationResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return EpanetWarnings.FlagOf(results);
    }

    private static void Header(Records records, SimulationResults results, EpanetQuality quality)
    {
        var network = results.Network;
        var units = FileUnits.Of(network.Options);
        var times = network.Times;
        records.Add(
            EpanetFormat.Magic,
            EpanetFormat.LayoutVersion,
            network.Nodes.Length,
            network.Nodes.Count(n => n is not Junction),
            network.Links.Length,
            network.Links.Count(l => l is Pump),
            network.Links.Count(l => l is Valve),
            quality.Mode,
            quality.TracedNode,
            (int)units.Flow,
            (int)units.Pressure,
            (int)times.Statistic,
            (int)times.ReportStart.TotalSeconds,
            (int)times.ReportStep.TotalSeconds,
            (int)times.Duration.TotalSeconds);
    }

    private static void Texts(
        Records records, Network network, string inputFile, string reportFile, EpanetQuality quality)
    {
        for (var i = 0; i < EpanetFormat.TitleLines; i++)
        {
            records.Add(i < network.Title.Length ? network.Title[i] : "", EpanetFormat.TitleBytes);
        }

        records.Add(inputFile, EpanetFormat.FileNameBytes);
        records.Add(reportFile, EpanetFormat.FileNameBytes);
        records.Add(quality.Name, EpanetFormat.IdBytes);
        records.Add(quality.Unit, EpanetFormat.IdBytes);
    }

    private static void Ids(Records records, Network network, ImmutableArray<Diagnostic>.Builder notices)
    {
        foreach (var (kind, id) in network.Nodes.Select(n => ("node", n.Id)).Concat(network.Links.Select(l => ("link", l.Id))))
        {
            if (!records.Add(id, EpanetFormat.IdBytes))
            {
                notices.Add(new Diagnostic
                {
                    Code = EpanetCodes.IdCut,
                    Severity = DiagnosticSeverity.Notice,
                    Element = $"{kind} {id}",
                    Message = $"the id is longer than the {EpanetFormat.IdBytes - 1} bytes of EPANET's results and is cut there.",
                    Remedy = "Shorten it where another program must find it by its id.",
                });
            }
        }
    }

    private static void Elements(Records records, Network network)
    {
        var units = FileUnits.Of(network.Options);
        foreach (var link in network.Links)
        {
            records.Add(network.IndexOfNode(link.FromNode) + 1);
        }

        foreach (var link in network.Links)
        {
            records.Add(network.IndexOfNode(link.ToNode) + 1);
        }

        foreach (var link in network.Links)
        {
            records.Add(TypeOf(link));
        }

        var tanks = Enumerable.Range(0, network.Nodes.Length).Where(i => network.Nodes[i] is not Junction).ToArray();
        foreach (var i in tanks)
        {
            records.Add(i + 1);
        }

        // Areas are in ft2 whatever the file's unit.
        records.Add([.. tanks.Select(i => (float)(Area(network, network.Nodes[i]) / (Constants.Foot * Constants.Foot)))]);
        records.Add([.. network.Nodes.Select(n => (float)units.FromSI(Quantity.Length, EpanetValues.Elevation(n)))]);
        records.Add([.. network.Links.Select(l => l is Pipe p ? (float)units.FromSI(Quantity.Length, p.Length) : 0)]);
        records.Add([.. network.Links.Select(l => (float)units.FromSI(Quantity.PipeDiameter, Diameter(l)))]);
    }

    private static void Energy(Records records, SimulationResults results)
    {
        foreach (var pump in EpanetEnergy.Of(results))
        {
            records.Add(pump.Link + 1);
            records.Add(
            [
                pump.Utilization, pump.Efficiency, pump.EnergyPerVolume, pump.AveragePower, pump.PeakPower,
                pump.CostPerDay,
            ]);
        }

        records.Add([EpanetEnergy.DemandCharge(results)]);
    }

    private static int TypeOf(Link link) => link switch
    {
        Pipe { HasCheckValve: true } => 0,
        Pipe => 1,
        Pump => 2,
        Valve valve => valve.Kind switch
        {
            ValveKind.PressureReducing => 3,
            ValveKind.PressureSustaining => 4,
            ValveKind.PressureBreaker => 5,
            ValveKind.FlowControl => 6,
            ValveKind.ThrottleControl => 7,
            ValveKind.GeneralPurpose => 8,
            _ => 9,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(link), link.GetType().Name, "Unknown kind of link."),
    };

    private static double Diameter(Link link) => link switch
    {
        Pipe pipe => pipe.Diameter,
        Valve valve => valve.Diameter,
        _ => 0,
    };

    // Of a tank with a volume curve, the area of the cylinder that holds as much over the same levels.
    private static double Area(Network network, Node node)
    {
        if (node is not Tank tank)
        {
            return 0;
        }

        if (tank.VolumeCurveId is null || network.FindCurve(tank.VolumeCurveId) is not { Points.Length: > 1 } curve)
        {
            return Math.PI * tank.Diameter * tank.Diameter / 4;
        }

        var (first, last) = (curve.Points[0], curve.Points[^1]);
        return (last.Y - first.Y) / (last.X - first.X);
    }

    /// <summary>The file's little-endian records.</summary>
    private sealed class Records(Stream stream)
    {
        private readonly byte[] _field = new byte[EpanetFormat.FileNameBytes];
        private byte[] _row = [];

        public void Add(params ReadOnlySpan<int> values)
        {
            foreach (var value in values)
            {
                BinaryPrimitives.WriteInt32LittleEndian(_field, value);
                stream.Write(_field.AsSpan(0, sizeof(int)));
            }
        }

        public void Add(ReadOnlySpan<float> values)
        {
            if (BitConverter.IsLittleEndian)
            {
                stream.Write(MemoryMarshal.AsBytes(values));
                return;
            }

            Array.Resize(ref _row, values.Length * sizeof(float));
            for (var i = 0; i < values.Length; i++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(_row.AsSpan(i * sizeof(float)), values[i]);
            }

            stream.Write(_row);
        }

        public bool Add(string text, int bytes)
        {
            var isWhole = EpanetFormat.Put(text, _field.AsSpan(0, bytes));
            stream.Write(_field.AsSpan(0, bytes));
            return isWhole;
        }
    }
}
