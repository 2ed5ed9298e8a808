using System.Globalization;
using JiaheLayout.Draft;
using JiaheLayout.Facts;

namespace JiaheLayout.Layout;

/// <summary>A booster: suction main, duty and standby pump, rising main, head tank, and the controls that fill it.</summary>
internal static class BoosterLayout
{
    /// <summary>Head-tank levels (m) that start and stop the duty pump.</summary>
    private const double StartBelow = 1.2, StopAbove = 3.7;

    /// <summary>Efficiency (%) by share of the best flow.</summary>
    private static readonly (double Share, double Percent)[] EfficiencyByShare =
        [(0.25, 32), (0.5, 57), (0.75, 71), (1.0, 76), (1.2, 73), (1.4, 64)];

    public static void Add(NetworkDraft draft, Booster booster)
    {
        var id = booster.Id;
        var at = new Point(booster.X, booster.Y);
        var top = new Point(booster.TankX, booster.TankY);
        draft.AddJunction($"{id}-S", booster.GroundM, at, "booster");
        draft.AddJunction($"{id}-D", booster.GroundM, at.Toward(top, 20), "booster");
        var diameter = Math.Round(Math.Sqrt(4 * booster.TankVolumeM3 / (Math.PI * Booster.TankDepthM)), 2);
        draft.AddTank(new($"{id}-T", booster.TankFloorM, booster.FirstLevelM, 0, Booster.TankDepthM, diameter, "", top, "booster_tank"));
        draft.AddJunction($"{id}-O", booster.TankFloorM - 5, top.Toward(at, -60), "booster");

        TrunkLayout.AddMain(draft, booster.From, $"{id}-S", booster.SuctionDn);
        TrunkLayout.AddMain(draft, $"{id}-D", $"{id}-T", booster.RisingDn);
        draft.AddPipe($"{id}-OUT", $"{id}-T", $"{id}-O", PipeSizes.Iron(booster.RisingDn), "booster");
        draft.Pumps.Add(new($"{id}A", $"{id}-S", $"{id}-D", $"{id}-H", $"{id}-E", Closed: false, "duty"));
        draft.Pumps.Add(new($"{id}B", $"{id}-S", $"{id}-D", $"{id}-H", $"{id}-E", Closed: true, "standby"));
        AddCurves(draft, booster);
        AddControls(draft, id);
    }

    /// <summary>
    /// A centrifugal pump's usual shape: shut-off head 1.25 and head at 1.4 of the best flow 0.72 of the duty head; best
    /// efficiency, at the duty point, 76 %.
    /// </summary>
    private static void AddCurves(NetworkDraft draft, Booster b)
    {
        var q = b.DutyLps;
        draft.Curves.Add(new($"{b.Id}-H", $"head of one pump of {b.Id}: L/s, m; duty {b.DutyM3h} m3/h at {b.DutyM} m",
            [(0, Math.Round(1.25 * b.DutyM, 2)), (Math.Round(q, 3), b.DutyM), (Math.Round(1.4 * q, 3), Math.Round(0.72 * b.DutyM, 2))]));
        draft.Curves.Add(new($"{b.Id}-E", $"efficiency of one pump of {b.Id}: L/s, %",
            [.. EfficiencyByShare.Select(p => (Math.Round(p.Share * q, 3), p.Percent))]));
    }

    /// <summary>
    /// At midnight and at noon, when the valley tariff begins, the pump starts and fills the tank; at other hours it starts
    /// only when the tank is low. The level comes last, so a full tank always wins.
    /// </summary>
    private static void AddControls(NetworkDraft draft, string id)
    {
        draft.Controls.Add($"LINK {id}A OPEN AT CLOCKTIME 12 AM");
        draft.Controls.Add($"LINK {id}A OPEN AT CLOCKTIME 12 PM");
        draft.Controls.Add(string.Create(CultureInfo.InvariantCulture, $"LINK {id}A OPEN IF NODE {id}-T BELOW {StartBelow:0.0}"));
        draft.Controls.Add(string.Create(CultureInfo.InvariantCulture, $"LINK {id}A CLOSED IF NODE {id}-T ABOVE {StopAbove:0.0}"));
    }
}
