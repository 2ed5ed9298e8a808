namespace JiaheLayout.Facts;

/// <summary>
/// What a reservoir stores. Volumes (Mm3, at normal level and of it above the supply floor), levels (m) and catchment (km2) are
/// assumed, and so are the share of an average year's inflow that fields take and live storage on New Year's Day.
/// </summary>
internal sealed record Storage(
    string Source, double TotalMm3, double LiveMm3, double CatchmentKm2, double FloorM, double DeadM, double FieldShare, double InitialLive);
