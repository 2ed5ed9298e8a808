using WaterSim.Model;

namespace WaterSim.Plots.Charts;

/// <summary>The chemical of a network: what it is called, its unit, and the limits that concern it.</summary>
internal sealed class Substance
{
    /// <summary>Least free chlorine at the ends of the network, g/m3 (GB 5749-2022, table 2).</summary>
    public const double LeastAtEnds = 0.05;

    /// <summary>Least free chlorine where water leaves a plant, g/m3 (GB 5749-2022, table 2).</summary>
    public const double LeastAtPlants = 0.3;

    private readonly double _unit;

    public Substance(Network network)
    {
        var name = network.Quality.Chemical.Trim();
        _unit = QualityUnits.Of(network).Concentration;
        Unit = _unit < 1 ? "µg/L" : "mg/L";
        IsChlorine = (Has(name, "chlorine") && !Has(name, "dioxide") && !Has(name, "total"))
            || name.Equals("Cl2", StringComparison.OrdinalIgnoreCase)
            || (name.Contains('氯') && !name.Contains("氯化", StringComparison.Ordinal));
        Name = name.Equals("Chemical", StringComparison.OrdinalIgnoreCase) ? null : name;
    }

    /// <summary>Its name in the file, or null where the file gives none.</summary>
    public string? Name { get; }

    /// <summary>Whether it is free chlorine.</summary>
    public bool IsChlorine { get; }

    /// <summary>The unit in which it is shown.</summary>
    public string Unit { get; }

    /// <summary>A concentration, g/m3, in <see cref="Unit"/>.</summary>
    public double Shown(double concentration) => concentration / _unit;

    private static bool Has(string name, string word) => name.Contains(word, StringComparison.OrdinalIgnoreCase);
}
