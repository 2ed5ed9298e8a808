namespace WaterSim.Planning.County;

/// <summary>A piece of a YAML file that knows where it stands (line and column from 1).</summary>
internal abstract record YamlValue(int Line, int Column)
{
    /// <summary>What an engineer calls it in a message.</summary>
    public abstract string Kind { get; }
}
