using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace WaterSim.Tests.Conformance;

/// <summary>What EPANET 2.3.5 computed for a network, as ../shared/conformance/README.md lays it out.</summary>
internal sealed class ReferenceResults
{
    /// <summary>Accuracy to which EPANET converged, -.</summary>
    public required double Accuracy { get; init; }

    /// <summary>EPANET's iterations over the run.</summary>
    public required int Iterations { get; init; }

    /// <summary>EPANET's hydraulic steps.</summary>
    public required int Steps { get; init; }

    public required IReadOnlyList<NodeRow> Nodes { get; init; }

    public required IReadOnlyList<LinkRow> Links { get; init; }

    public static ReferenceResults Read(string path)
    {
        using var file = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var head = file.ReadLine()!.Split(',');
        var nodes = new List<NodeRow>();
        var links = new List<LinkRow>();
        while (file.ReadLine() is { } line)
        {
            var f = line.Split(',');
            if (f[0] == "N")
            {
                nodes.Add(new(Seconds(f[1]), Id(f[2]), Number(f[3]), Number(f[4]), Number(f[5]), Number(f[6])));
            }
            else
            {
                links.Add(new(
                    Seconds(f[1]), Id(f[2]), Number(f[3]), Number(f[5]), Seconds(f[6]) > 0, Number(f[7])));
            }
        }

        return new ReferenceResults
        {
            Accuracy = Number(head[2]),
            Steps = int.Parse(head[4], CultureInfo.InvariantCulture),
            Iterations = int.Parse(head[5], CultureInfo.InvariantCulture),
            Nodes = nodes,
            Links = links,
        };
    }

    // The ids of latin1.inp, which is UTF-8 in spite of its name, were taken for Latin-1 and encoded once more.
    private static string Id(string text) =>
        text.Any(c => c > 127) && text.All(c => c < 256) ? Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text)) : text;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static long Seconds(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A node at a time, in the file's units.</summary>
    internal sealed record NodeRow(long Time, string Id, double Head, double Demand, double Pressure, double Quality);

    /// <summary>A link at a time, in the file's units; power in kW.</summary>
    internal sealed record LinkRow(long Time, string Id, double Flow, double HeadLoss, bool IsOpen, double Power);
}
