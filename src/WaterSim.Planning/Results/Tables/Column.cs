namespace WaterSim.Planning.Results.Tables;

/// <summary>A column of a <see cref="Table"/>.</summary>
internal abstract record Column(string Name)
{
    public abstract int Length { get; }
}
