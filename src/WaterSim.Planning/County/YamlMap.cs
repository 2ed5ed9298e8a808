namespace WaterSim.Planning.County;

/// <summary>A mapping of keys to values; of a repeated key the first.</summary>
internal sealed record YamlMap(
    IReadOnlyList<KeyValuePair<YamlText, YamlValue>> Entries, int Line, int Column) : YamlValue(Line, Column)
{
    public override string Kind => "a mapping";

    public YamlValue? Find(string key)
    {
        foreach (var (name, value) in Entries)
        {
            if (string.Equals(name.Value, key, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }
}
