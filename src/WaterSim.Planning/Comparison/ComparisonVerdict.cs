namespace WaterSim.Planning.Comparison;

/// <summary>How a value stands to that of the first run.</summary>
public enum ComparisonVerdict
{
    /// <summary>There is nothing to say: a value is missing, or neither way is better.</summary>
    None,

    /// <summary>Equal to the decimals it is shown with.</summary>
    Same,

    /// <summary>Better.</summary>
    Better,

    /// <summary>Worse.</summary>
    Worse,
}
