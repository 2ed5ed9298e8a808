namespace WaterSim.IO.Epanet;

/// <summary>A column of a report's tables.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Unit">Its unit, or nothing.</param>
/// <param name="IsShown">Whether it is printed.</param>
/// <param name="Precision">Decimals.</param>
/// <param name="Below">Rows above this are left out, in the file's unit; null: no limit.</param>
/// <param name="Above">Rows below this are left out; null: no limit.</param>
/// <param name="Heading">What stands above it in place of name and unit; null: these.</param>
internal sealed record ReportColumn(
    string Name, string Unit, bool IsShown, int Precision = 2, double? Below = null, double? Above = null,
    (string Name, string Unit)? Heading = null)
{
    /// <summary>Whether a row with this value is printed. Facts: EPANET 2.2 manual, section REPORT.</summary>
    public bool Admits(double value) => !(value > Below || value < Above);
}
