namespace WaterSim.Planning.County;

/// <summary>A single value. Everything is text here; only a plain (unquoted) one may be a number or a word.</summary>
internal sealed record YamlText(string Value, bool IsPlain, int Line, int Column) : YamlValue(Line, Column)
{
    /// <summary>True where the file gives no value: <c>key:</c>, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";

    public override string Kind => IsNull ? "nothing" : IsPlain ? "a value" : "quoted text";
}
