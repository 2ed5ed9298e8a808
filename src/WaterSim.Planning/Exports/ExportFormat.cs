namespace WaterSim.Planning.Exports;

/// <summary>What a run is handed on as.</summary>
public enum ExportFormat
{
    /// <summary>Communities, pipes and facilities for a geographic information system, RFC 7946.</summary>
    GeoJson,

    /// <summary>The summary tables as text.</summary>
    Csv,

    /// <summary>The summary tables as one workbook for spreadsheets, .xlsx.</summary>
    Workbook,

    /// <summary>The tables by the hour as text: of a run its nodes, links and steps, of a year what it was asked to keep of its hours.</summary>
    Series,
}
