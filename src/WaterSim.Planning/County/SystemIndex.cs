namespace WaterSim.Planning.County;

/// <summary>Where what the records say stands in the file.</summary>
internal sealed class SystemIndex
{
    /// <summary>The value of <c>network</c>, or null.</summary>
    public YamlText? NetworkFile { get; set; }

    /// <summary>The value of the county's <c>people</c>, or null.</summary>
    public YamlValue? People { get; set; }

    /// <summary>The list of communities, or null.</summary>
    public YamlValue? Communities { get; set; }

    /// <summary>False where some count of people or villages could not be read, so that sums say nothing.</summary>
    public bool CountsHold { get; set; } = true;

    public Dictionary<string, YamlText> Sources { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, YamlText> Plants { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, YamlText> Tanks { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, YamlText> Boosters { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, YamlText> Interconnections { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, YamlText> Towns { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, YamlText> CommunityPlaces { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of what doses chlorine, with their places.</summary>
    public Dictionary<(ReferenceKind Kind, string Id), YamlText> Dosed { get; } = [];

    /// <summary>The <c>demand:</c> part, or null.</summary>
    public YamlValue? Demand { get; set; }

    /// <summary>The list of uses in <c>demand:</c>, or null.</summary>
    public YamlValue? Uses { get; set; }

    /// <summary>The list of households in <c>demand:</c>, or null.</summary>
    public YamlValue? Households { get; set; }

    /// <summary>The list of tariffs in <c>economy:</c>, or null.</summary>
    public YamlValue? Tariffs { get; set; }

    /// <summary>The lists of blocks of tariffs in <c>economy:</c>.</summary>
    public List<YamlValue> BlockTariffs { get; } = [];

    /// <summary>The pattern named for the festival, or null.</summary>
    public YamlText? FestivalPattern { get; set; }

    /// <summary>Demand categories of the network that <c>demand:</c> names, with their places.</summary>
    public Dictionary<string, (YamlText Text, string? Element)> Categories { get; } = new(StringComparer.Ordinal);

    /// <summary>Every id in a list of ids: the list's key, the id with its place, the element it belongs to.</summary>
    public List<(string Key, YamlText Id, string? Element)> Used { get; } = [];

    /// <summary>Sources whose storage or yield the file gives, with their places.</summary>
    public Dictionary<string, (YamlText Id, SourceKind Kind)> Waters { get; } = new(StringComparer.Ordinal);

    /// <summary>Files of years' daily values.</summary>
    public List<YamlText> Series { get; } = [];
}
