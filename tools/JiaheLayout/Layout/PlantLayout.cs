using System.Globalization;
using JiaheLayout.Draft;
using JiaheLayout.Facts;

namespace JiaheLayout.Layout;

/// <summary>Sources and plants: raw-water main, two process lines limited by flow valves, clear well, outlet with check valve.</summary>
internal static class PlantLayout
{
    /// <summary>Clear-well levels (m) at which line A slows down and resumes, and line B speeds up, resumes and rests.</summary>
    private const double SlowAbove = 4.35, ResumeBelow = 4.15, HurryBelow = 3.6, RelaxAbove = 4.1, RestAbove = 4.42;

    /// <summary>
    /// Line A runs at half the capacity, or at this share of the average day if that is less; line B at the rest of the
    /// average day, or at the rest of the capacity. Both lines together never exceed the capacity.
    /// </summary>
    private const double SteadyShare = 0.9;

    /// <summary>Share of its flow at which a line runs while the clear well is nearly full: its filters stay wet.</summary>
    private const double SlowShare = 0.02;

    public static void Add(NetworkDraft draft)
    {
        foreach (var source in WaterSources.All)
        {
            draft.AddReservoir(source.Id, source.LevelM, Point.OfLonLat(source.Lon, source.Lat), source.InUse ? "source" : "standby_source");
        }

        foreach (var plant in Plants.All)
        {
            AddPlant(draft, plant);
        }

        draft.Curves.Add(new("W3-VOL", "clear well of W3, cut into karst: level m, volume m3", Plants.KarstWell));
    }

    private static void AddPlant(NetworkDraft draft, Plant plant)
    {
        var at = new Point(plant.X, plant.Y);
        var raw = $"{plant.Id}-RAW";
        var treated = $"{plant.Id}-F";
        var well = $"{plant.Id}-CW";
        var outlet = $"{plant.Id}-O";
        var source = Array.Find(WaterSources.All, s => s.InUse && s.Plant == plant.Id)!;
        var from = draft.Place(source.Id);
        draft.AddJunction(raw, plant.OutletM - 2, at.Toward(from, 120), "plant");
        draft.AddJunction(treated, plant.OutletM - 1, at.Toward(from, 60), "plant");
        var round = Math.Round(Math.Sqrt(4 * plant.WellVolumeM3 / (Math.PI * Plant.WellDepthM)), 2);
        draft.AddTank(new(well, plant.OutletM, plant.FirstLevelM, 0, Plant.WellDepthM, round, plant.Id == "W3" ? "W3-VOL" : "", at, "clear_well"));
        draft.AddJunction(outlet, plant.OutletM - 8, new(plant.OutX, plant.OutY), "plant");

        foreach (var feed in WaterSources.All.Where(s => s.Plant == plant.Id))
        {
            var id = feed.InUse ? $"{plant.Id}-IN" : $"{plant.Id}-SB";
            var bends = Route.Between(draft.Place(feed.Id), draft.Place(raw), id);
            draft.AddPipe(id, feed.Id, raw, PipeSizes.Iron(feed.PipeDn), "raw", bends, feed.InUse ? "Open" : "Closed");
        }

        var mean = Supply.OfPlant(plant.Id);
        var steady = Math.Round(Math.Min(plant.CapacityLps / 2, SteadyShare * mean), 2);
        var follow = Math.Round(mean - steady, 2);
        var full = Math.Floor((plant.CapacityLps - steady) * 100) / 100;
        draft.Valves.Add(new($"{plant.Id}-QA", raw, treated, source.PipeDn, "FCV", steady, "process_line"));
        draft.Valves.Add(new($"{plant.Id}-QB", raw, treated, source.PipeDn, "FCV", follow, "process_line"));
        draft.AddPipe($"{plant.Id}-CWI", treated, well, PipeSizes.Iron(plant.OutDn), "plant");
        draft.AddPipe($"{plant.Id}-OUT", well, outlet, PipeSizes.Iron(plant.OutDn), "plant", state: "CV");
        AddControls(draft, plant.Id, steady, follow, full);
    }

    private static void AddControls(NetworkDraft draft, string id, double steady, double follow, double full)
    {
        void When(string line, double setting, string side, double level) => draft.Controls.Add(string.Create(
            CultureInfo.InvariantCulture, $"LINK {id}-{line} {setting:0.00} IF NODE {id}-CW {side} {level:0.0#}"));

        When("QA", Math.Round(steady * SlowShare, 2), "ABOVE", SlowAbove);
        When("QA", steady, "BELOW", ResumeBelow);
        When("QB", full, "BELOW", HurryBelow);
        When("QB", follow, "ABOVE", RelaxAbove);
        When("QB", Math.Round(follow * SlowShare, 2), "ABOVE", RestAbove);
    }
}
