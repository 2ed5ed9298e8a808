using WaterSim.IO.Inp;
using WaterSim.Model;

namespace WaterSim.Tests.IO.Inp;

public sealed class ElementReadingTests
{
    [Fact]
    public void Junctions_are_read_in_SI_with_comment_and_demand()
    {
        var network = InpFile.Network("""
            [JUNCTIONS]
             J1 100 10 ; near the mill
             J2 50
            [RESERVOIRS]
             R 200
            [PIPES]
             P1 R J1 1000 12 120
             P2 J1 J2 1000 12 120
            """);

        var junction = Assert.IsType<Junction>(network.FindNode("J1"));
        Assert.Equal(100 * 0.3048, junction.Elevation, 12);
        Assert.Equal(10 * 3.785411784e-3 / 60, Assert.Single(junction.Demands).Base, 15);
        Assert.Equal("near the mill", junction.Comment);
        Assert.Empty(Assert.IsType<Junction>(network.FindNode("J2")).Demands);
        Assert.Equal(12 * 0.0254, Assert.IsType<Pipe>(network.FindLink("P1")).Diameter, 12);
    }

    [Fact]
    public void Sections_may_stand_in_any_order_and_nodes_keep_junctions_first()
    {
        var network = InpFile.Network("""
            [VALVES]
             V J1 J2 100 TCV 3
            [PIPES]
             P R J1 10 10 100
            [RESERVOIRS]
             R 5
            [JUNCTIONS]
             J1 1
             J2 1
            """);

        Assert.Equal(["J1", "J2", "R"], network.Nodes.Select(n => n.Id));
        Assert.Equal(["V", "P"], network.Links.Select(l => l.Id));
    }
}
