namespace WaterSim.Planning.Results.Tables;

/// <summary>Whole numbers.</summary>
internal sealed record IntegerColumn(string Name, long[] Values) : Column(Name)
{
    public override int Length => Values.Length;

    public override Column First(int count) => this with { Values = Values[..count] };

    public override Column Then(Column below) => this with { Values = [.. Values, .. ((IntegerColumn)below).Values] };
}
