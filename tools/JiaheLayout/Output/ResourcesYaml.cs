using System.Globalization;
using System.Text;
using JiaheLayout.Facts;

namespace JiaheLayout.Output;

/// <summary>Writes <c>resources:</c> of the system file.</summary>
internal static class ResourcesYaml
{
    private static readonly int[] DaysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    public static void Append(StringBuilder text)
    {
        text.Append("resources:\n");
        text.Append("  climate:\n");
        text.Append(CultureInfo.InvariantCulture, $"    rain_mm: {Climate.RainMm}\n");
        text.Append(CultureInfo.InvariantCulture, $"    evaporation_mm: {Climate.EvaporationMm}\n");
        text.Append(CultureInfo.InvariantCulture, $"    runoff_coefficient: {Climate.RunoffCoefficient}\n");
        text.Append(CultureInfo.InvariantCulture, $"    rain_percent: [{List(Climate.RainPercent)}]\n");
        text.Append(CultureInfo.InvariantCulture, $"    inflow_percent: [{List(Climate.InflowPercent)}]\n");
        text.Append(CultureInfo.InvariantCulture, $"    evaporation_percent: [{List(Climate.EvaporationPercent)}]\n");
        text.Append("  reservoirs:\n");
        foreach (var storage in Storages.All)
        {
            Reservoir(text, storage, WaterSources.All.Single(s => s.Id == storage.Source).LevelM);
        }

        text.Append("  springs:\n");
        text.Append(CultureInfo.InvariantCulture, $"    - source: {Climate.Spring}\n      memory_days: {Climate.SpringMemoryDays}\n      yield:\n");
        foreach (var (wetness, yield) in Climate.SpringYield)
        {
            text.Append(CultureInfo.InvariantCulture, $"        - {{ wetness: {wetness}, yield_m3d: {yield} }}\n");
        }

        text.Append("  years:\n");
        foreach (var (id, en, zh, factors) in Climate.Years)
        {
            text.Append(CultureInfo.InvariantCulture, $"    - {{ id: {id}, name: {{ en: {en}, zh: {zh} }}{factors} }}\n");
        }
    }

    private static void Reservoir(StringBuilder text, Storage storage, double normal)
    {
        text.Append(CultureInfo.InvariantCulture, $"    - source: {storage.Source}\n");
        text.Append(CultureInfo.InvariantCulture, $"      catchment_km2: {storage.CatchmentKm2}\n");
        text.Append(CultureInfo.InvariantCulture, $"      normal_m: {normal}\n");
        text.Append(CultureInfo.InvariantCulture, $"      floor_m: {storage.FloorM}\n");
        text.Append(CultureInfo.InvariantCulture, $"      dead_m: {storage.DeadM}\n");
        text.Append(CultureInfo.InvariantCulture, $"      initial_live: {storage.InitialLive}\n");
        text.Append(CultureInfo.InvariantCulture, $"      seepage_per_day: {Storages.SeepagePerDay}\n");
        text.Append(CultureInfo.InvariantCulture, $"      release_m3d: [{List(Release(storage))}]\n");
        text.Append("      curve:\n");
        foreach (var (level, area, volume) in Curve(storage, normal))
        {
            text.Append(CultureInfo.InvariantCulture, $"        - {{ level_m: {level}, area_ha: {area}, volume_m3: {volume} }}\n");
        }
    }

    /// <summary>Stream and fields, m3/d, to 10 m3/d.</summary>
    private static IEnumerable<double> Release(Storage storage)
    {
        var year = storage.CatchmentKm2 * 1000 * Climate.RunoffCoefficient * Climate.RainMm;
        return Storages.FieldMonths.Select((percent, month) => 10 * Math.Round(
            ((Storages.StreamShare * year / 365) + (storage.FieldShare * year * percent / 100 / DaysOfMonths[month])) / 10));
    }

    /// <summary>
    /// V = total (h / H)^n from a bottom to the metre: where n is about the usual, then n so that floor and normal level
    /// have exactly their volumes. Areas are dV/dh, hectares to a tenth; volumes to 1,000 m3.
    /// </summary>
    private static IEnumerable<(double Level, double AreaHa, double VolumeM3)> Curve(Storage storage, double normal)
    {
        var floorShare = 1 - (storage.LiveMm3 / storage.TotalMm3);
        var ratio = Math.Pow(floorShare, 1 / Storages.UsualExponent);
        var bottom = Math.Min(Math.Round((storage.FloorM - (ratio * normal)) / (1 - ratio)), storage.DeadM - 2);
        var n = Math.Log(floorShare) / Math.Log((storage.FloorM - bottom) / (normal - bottom));
        double[] levels =
        [
            bottom, storage.DeadM, (storage.DeadM + storage.FloorM) / 2, storage.FloorM,
            .. Enumerable.Range(1, 3).Select(i => storage.FloorM + Math.Round((normal - storage.FloorM) * i / 4)),
            normal, normal + Storages.FreeboardM,
        ];
        foreach (var level in levels)
        {
            var height = (level - bottom) / (normal - bottom);
            var volume = storage.TotalMm3 * 1e6 * Math.Pow(height, n);
            var area = n * storage.TotalMm3 * 1e6 / (normal - bottom) * Math.Pow(height, n - 1);
            yield return (level, Math.Round(area / 1e4, 1), 1000 * Math.Round(volume / 1000));
        }
    }

    private static string List(IEnumerable<double> values) =>
        string.Join(", ", values.Select(v => v.ToString(CultureInfo.InvariantCulture)));
}
