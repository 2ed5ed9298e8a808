using System.Text;

namespace WaterSim.IO.Epanet;

/// <summary>
/// Numbers of EPANET's binary results file. Facts: EPANET 2.2 manual and toolkit documentation, output file format:
/// little-endian records of 4 bytes in four sections.
/// <code>
/// prolog   884 + 36 nodes + 52 links + 8 tanks bytes
/// energy   28 pumps + 4
/// results  (16 nodes + 32 links) per reported period
/// epilog   28
/// </code>
/// </summary>
internal static class EpanetFormat
{
    /// <summary>First and last record of a file.</summary>
    public const int Magic = 516_114_521;

    /// <summary>Version of the layout: that of EPANET 2.2 and 2.3.</summary>
    public const int LayoutVersion = 20_012;

    public const int TitleLines = 3;
    public const int TitleBytes = 80;
    public const int FileNameBytes = 260;
    public const int IdBytes = 32;
    public const int NodeVariables = 4;
    public const int LinkVariables = 8;
    public const int HeaderBytes = 60;
    public const int EpilogBytes = 28;
    public const int PumpBytes = 28;

    /// <summary>Bytes of the prolog.</summary>
    public static long PrologLength(long nodes, long links, long tanks) =>
        HeaderBytes + (TitleLines * TitleBytes) + (2 * FileNameBytes) + (2 * IdBytes)
        + (36 * nodes) + (52 * links) + (8 * tanks);

    /// <summary>Bytes of one reported period.</summary>
    public static long PeriodLength(long nodes, long links) => (4 * NodeVariables * nodes) + (4 * LinkVariables * links);

    /// <summary>
    /// A text in a field of some bytes: UTF-8, cut at a character where it is too long, one zero byte at least behind it.
    /// </summary>
    /// <returns>False where it had to be cut.</returns>
    public static bool Put(string text, Span<byte> field)
    {
        field.Clear();
        Encoding.UTF8.GetEncoder().Convert(text, field[..^1], flush: true, out _, out _, out var isWhole);
        return isWhole;
    }
}
