using System.Globalization;
using JiaheLayout.Draft;
using JiaheLayout.Facts;

namespace JiaheLayout.Layout;

/// <summary>Trunk joints and mains, elevated tanks with their inlet valves, and the interconnections.</summary>
internal static class TrunkLayout
{
    /// <summary>Levels (m) of an elevated tank at which a transfer into its zone is throttled, to a fifth, and restored.</summary>
    private const double ThrottleAbove = 4.4, RestoreBelow = 4.1, ThrottledShare = 0.2;

    public static void Add(NetworkDraft draft)
    {
        foreach (var node in Trunk.Nodes)
        {
            draft.AddJunction(node.Id, node.GroundM, new(node.X, node.Y), "trunk");
        }

        foreach (var tank in ElevatedTanks.All)
        {
            AddTank(draft, tank);
        }

        foreach (var booster in Boosters.All)
        {
            BoosterLayout.Add(draft, booster);
        }

        foreach (var main in Trunk.Mains)
        {
            AddMain(draft, main.From, main.To, main.Dn);
        }

        AddHanglangValve(draft);
        foreach (var link in Interconnections.All)
        {
            AddInterconnection(draft, link);
        }
    }

    public static void AddMain(NetworkDraft draft, string from, string to, int dn)
    {
        var id = $"M-{from}-{to}";
        draft.AddPipe(id, from, to, PipeSizes.Iron(dn), "trunk", Route.Between(draft.Place(from), draft.Place(to), id));
    }

    private static void AddTank(NetworkDraft draft, ElevatedTank tank)
    {
        var at = new Point(tank.X, tank.Y);
        var diameter = Math.Round(Math.Sqrt(4 * tank.VolumeM3 / (Math.PI * ElevatedTank.DepthM)), 2);
        draft.AddTank(new(tank.Id, tank.FloorM, tank.FirstLevelM, 0, ElevatedTank.DepthM, diameter, "", at, "elevated_tank"));
        var ground = tank.FloorM - 4;
        draft.AddValveStation(
            $"{tank.Id}-V", $"{tank.Id}-I", $"{tank.Id}-J", new(tank.ValveX, tank.ValveY), at, ground, tank.InletDn, "PRV",
            tank.InletHeadM - ground, "tank_inlet");
        AddMain(draft, tank.From, $"{tank.Id}-I", tank.FromDn);

        var size = PipeSizes.Iron(tank.InletDn);
        var flow = Supply.OfTank(tank);
        var length = draft.Place($"{tank.Id}-J").DistanceTo(at);
        var velocity = flow / 1000 / (Math.PI * size.InnerMm * size.InnerMm / 4e6);
        var left = ElevatedTanks.InletLossM - (size.Slope(flow) * length);
        var minor = Math.Round(Math.Max(0, left * 2 * 9.81 / (velocity * velocity)), 1);
        draft.AddPipe($"{tank.Id}-IN", $"{tank.Id}-J", tank.Id, size, "trunk", minor: minor);
        AddMain(draft, tank.Id, tank.Hub, tank.OutletDn);
    }

    private static void AddHanglangValve(NetworkDraft draft)
    {
        var middle = draft.Place("HLI").Toward(draft.Place("HLH"), 100);
        draft.AddValveStation(
            "HL-Z", "HL-ZI", "HL-ZJ", middle, draft.Place("HLH"), 256, 250, "PRV", Trunk.HanglangHeadM - 256, "zone_valve");
        AddMain(draft, "HLI", "HL-ZI", 300);
        AddMain(draft, "HL-ZJ", "HLH", 300);
    }

    private static void AddInterconnection(NetworkDraft draft, Interconnection link)
    {
        var at = new Point(link.X, link.Y);
        var inlet = $"{link.Id}-I";
        var outlet = $"{link.Id}-J";
        if (link.Valve == "PIPE")
        {
            draft.AddJunction(inlet, link.GroundM, at, "interconnection");
            draft.AddJunction(outlet, link.GroundM, at.Toward(draft.Place(link.To), 20), "interconnection");
            draft.AddPipe(link.Link, inlet, outlet, PipeSizes.Iron(link.Dn), "interconnection", state: "Closed");
        }
        else
        {
            draft.AddValveStation(
                link.Link, inlet, outlet, at, draft.Place(link.To), link.GroundM, link.Dn, link.Valve, link.Setting, "interconnection");
        }

        AddMain(draft, link.From, inlet, link.Dn);
        AddMain(draft, outlet, link.To, link.Dn);
        if (link.Tank is { } tank)
        {
            draft.Controls.Add(string.Create(
                CultureInfo.InvariantCulture, $"LINK {link.Link} {link.Setting * ThrottledShare:0.00} IF NODE {tank} ABOVE {ThrottleAbove:0.0}"));
            draft.Controls.Add(string.Create(
                CultureInfo.InvariantCulture, $"LINK {link.Link} {link.Setting:0.00} IF NODE {tank} BELOW {RestoreBelow:0.0}"));
        }
    }
}
