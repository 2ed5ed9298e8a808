namespace JiaheLayout.Facts;

/// <summary>A 24-hour pattern of multipliers.</summary>
internal sealed record DayPattern(string Id, string Note, double[] Factors)
{
    public double Mean => Factors.Sum() / Factors.Length;
}
