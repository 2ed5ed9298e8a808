namespace WaterSim.Planning.Results.Tables;

/// <summary>Writes tables of a few rows, each as CSV and as Parquet.</summary>
internal static class TableFiles
{
    /// <summary>Writes them into a folder without such files.</summary>
    /// <exception cref="IOException">A file exists already or cannot be written.</exception>
    public static void Write(string folder, IEnumerable<Table> tables)
    {
        foreach (var table in tables)
        {
            using var csv = Create(folder, table.Name + ".csv");
            CsvWriter.Write([table], csv);
            using var parquet = Create(folder, table.Name + ".parquet");
            ParquetTableWriter.Write([table], parquet);
        }
    }

    private static FileStream Create(string folder, string name) =>
        new(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
}
