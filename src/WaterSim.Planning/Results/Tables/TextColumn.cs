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
        var (places, all, codes) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<string>(), new List<int>());
        foreach (var text in texts)
        {
            if (!places.TryGetValue(text, out var place))
            {
                places.Add(text, place = all.Count);
                all.Add(text);
            }

            codes.Add(place);
        }

        return new TextColumn(name, [.. all], [.. codes]);
    }
}
