namespace WaterSim.Planning.Results.Tables;

/// <summary>Real numbers; NaN is an absent value: an empty CSV cell, NaN in Parquet.</summary>
internal sealed record NumberColumn(string Name, double[] Values) : Column(Name)
{
    public override int Length => Values.Length;
}
