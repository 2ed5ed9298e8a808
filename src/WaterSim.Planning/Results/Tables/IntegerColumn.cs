namespace WaterSim.Planning.Results.Tables;

/// <summary>Whole numbers.</summary>
internal sealed record IntegerColumn(string Name, long[] Values) : Column(Name)
{
    public override int Length => Values.Length;
}
