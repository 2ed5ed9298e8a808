namespace WaterSim.IO.Inp;

/// <summary>The element that a line is about, as a message names it: put together only where there is a message.</summary>
/// <param name="Word">What it is; the whole of the name where <paramref name="Token"/> is -1.</param>
/// <param name="Token">The token that holds its id, or -1.</param>
internal readonly record struct LineElement(string? Word, int Token)
{
    /// <summary>A name that is known.</summary>
    public static implicit operator LineElement(string? name) => new(name, -1);

    /// <summary>The name.</summary>
    public string? Of(scoped in InpLines line) => Token < 0 ? Word : $"{Word} {InpSession.Name(line[Token])}";
}
