namespace WaterSim.Planning.Results.Tables;

/// <summary>Real numbers; NaN is an absent value: an empty CSV cell, NaN in Parquet.</summary>
internal sealed record NumberColumn(string Name, double[] Values) : Column(Name)
{
    public override int Length => Values.Length;

    public override Column First(int count) => this with { Values = Values[..count] };

    public override Column Then(Column below) => this with { Values = [.. Values, .. ((NumberColumn)below).Values] };
}
