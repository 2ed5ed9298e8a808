namespace WaterSim.Planning.County;

/// <summary>Reads the <c>standards:</c> part of a county system.</summary>
internal sealed class StandardsParser(DiagnosticBag bag)
{
    private const double LitersPerCubicMeter = 1000;
    private const int DaysOfYear = 366;

    /// <summary>What a perfect pump draws, kWh per 1000 m3 and MPa: 1000 m3 lifted against 1 MPa are 1e9 J.</summary>
    private const double PerfectPump = 1e9 / 3.6e6;

    private readonly SchemeValues _values = new(bag);

    public ServiceStandards Parse(YamlMap map)
    {
        var binder = new MapBinder(map, "standards", bag);
        var made = new ServiceStandards
        {
            MaximumHead = _values.NotNegative(binder, "tap_max_m"),
            HydrantHead = _values.NotNegative(binder, "hydrant_min_m"),
            Leakage = Share(binder, "leakage_max"),
            LeakageTarget = Share(binder, "leakage_target"),
            RuralPerHead = _values.NotNegative(binder, "rural_min_l") / LitersPerCubicMeter,
            RuralPenetration = Share(binder, "rural_penetration_min"),
            DaysShort = IsGiven(map, "days_short_below")
                ? _values.Whole(binder, "days_short_below", 0, DaysOfYear)
                : (int?)binder.Number("days_short_below", required: false),
            PumpEnergyRatio = _values.NotNegative(binder, "pump_max_kwh_per_1000m3_mpa") / PerfectPump,
        };
        binder.Finish();
        return made;
    }

    // What is not given is asked for all the same, so that its key is known.
    private double? Share(MapBinder binder, string key) =>
        IsGiven(binder.Map, key) ? _values.Between(binder, key, 0, 1, otherwise: 0) : binder.Number(key, required: false);

    private static bool IsGiven(YamlMap map, string key) => map.Find(key) is not (null or YamlText { IsNull: true });
}
