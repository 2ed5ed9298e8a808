namespace WaterSim.Planning.Results.Tables;

/// <summary>A column of a <see cref="Table"/>.</summary>
internal abstract record Column(string Name)
{
    public abstract int Length { get; }

    /// <summary>The first values alone.</summary>
    public abstract Column First(int count);

    /// <summary>These values and then those of a column of the same kind.</summary>
    public abstract Column Then(Column below);
}
