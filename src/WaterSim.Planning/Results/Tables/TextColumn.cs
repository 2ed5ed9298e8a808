namespace WaterSim.Planning.Results.Tables;

/// <summary>Texts, as positions in a list of the texts that occur: an id stands once however many rows name it.</summary>
internal sealed record TextColumn(string Name, string[] Texts, int[] Codes) : Column(Name)
{
    public override int Length => Codes.Length;

    public override Column First(int count) => this with { Codes = Codes[..count] };

    public override Column Then(Column below)
    {
        var texts = (TextColumn)below;
        return this with
        {
            Texts = [.. Texts, .. texts.Texts],
            Codes = [.. Codes, .. texts.Codes.Select(i => i + Texts.Length)],
        };
    }

    /// <summary>A column of texts as they come.</summary>
    public static TextColumn Of(string name, IEnumerable<string> texts)
    {
        string[] all = [.. texts];
        return new TextColumn(name, all, [.. Enumerable.Range(0, all.Length)]);
    }
}
