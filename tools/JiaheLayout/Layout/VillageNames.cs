using System.Globalization;
using JiaheLayout.Facts;

namespace JiaheLayout.Layout;

/// <summary>Numbers the villages of each township; only Fukou and Youzhawu bear the names found for them.</summary>
internal sealed class VillageNames
{
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    public (string Id, string En, string Zh) Next(SupplyGroup group)
    {
        var town = Townships.Of(group.Township);
        var number = _last.GetValueOrDefault(town.Id) + 1;
        _last[town.Id] = number;
        var two = number.ToString("00", CultureInfo.InvariantCulture);
        var id = $"{town.Id}-V{two}";
        return (group.Id, number) switch
        {
            ("LT-O", _) => (id, "Youzhawu village", "油榨屋村"),
            ("JP-GL", 12) => (id, "Fukou village", "甫口村"),
            _ => (id, $"{town.En} village {two}", $"{town.Zh}{two}村"),
        };
    }
}
