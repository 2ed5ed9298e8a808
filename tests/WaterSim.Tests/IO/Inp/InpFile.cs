using System.Text;
using WaterSim.IO.Inp;
using WaterSim.Model;

namespace WaterSim.Tests.IO.Inp;

/// <summary>Small files for tests: a reservoir, two junctions and two pipes in L/s and metres, and what a test adds.</summary>
internal static class InpFile
{
    public const string Frame = """
        [JUNCTIONS]
         J1 10 5
         J2 12 0
        [RESERVOIRS]
         R 100
        [PIPES]
         P1 R J1 1000 300 120
         P2 J1 J2 500 200 110

        """;

    public static InpReadResult Read(string text) => InpReader.Read(Encoding.UTF8.GetBytes(text), "test.inp");

    /// <summary>Reads the frame, in L/s, with more sections after it.</summary>
    public static InpReadResult Framed(string sections) => Read(Frame + "[OPTIONS]\n UNITS LPS\n" + sections);

    public static Network Network(string text)
    {
        var result = Read(text);
        Assert.True(result.Network is not null, string.Join('\n', result.Diagnostics));
        return result.Network;
    }

    public static Network FramedNetwork(string sections) => Network(Frame + "[OPTIONS]\n UNITS LPS\n" + sections);

    public static Diagnostic Single(InpReadResult result, string code) =>
        Assert.Single(result.Diagnostics, d => d.Code == code);
}
