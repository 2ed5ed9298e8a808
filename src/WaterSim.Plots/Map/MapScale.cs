using System.Globalization;
using WaterSim.Model;
using WaterSim.Planning.County;

namespace WaterSim.Plots.Map;

/// <summary>What a unit of the map is on the ground, and how it goes onto paper with equal aspect.</summary>
/// <param name="MetersPerUnit">Length of one unit of y, m, or null where the map is a schematic.</param>
/// <param name="Aspect">Length of one unit of x over one of y: below 1 for degrees of longitude.</param>
internal readonly record struct MapScale(double? MetersPerUnit, double Aspect)
{
    // Length of a degree of latitude on a sphere of the Earth's mean radius, 6 371 009 m.
    private const double MetersPerDegree = 111_195;

    /// <summary>
    /// Finds the scale: a county says metres; a file may say so in [BACKDROP]; else pipe lengths tell, where they
    /// agree with the drawing.
    /// </summary>
    public static MapScale Of(Network network, CountySystem? county)
    {
        if (county?.Origin is not null)
        {
            return new MapScale(1, 1);
        }

        var ys = network.Nodes.Where(n => n.Position is not null).Select(n => n.Position!.Value.Y).ToList();
        var aspect = ys.Count > 0 ? Math.Cos(Math.PI / 180 * Math.Clamp((ys.Min() + ys.Max()) / 2, -89, 89)) : 1;
        return BackdropUnits(network) switch
        {
            "METERS" => new MapScale(1, 1),
            "FEET" => new MapScale(0.3048, 1),
            "DEGREES" => new MapScale(MetersPerDegree, aspect),
            _ => FromPipes(network),
        };
    }

    private static string? BackdropUnits(Network network)
    {
        foreach (var section in network.Preserved)
        {
            foreach (var line in section.Name == "BACKDROP" ? section.Lines : [])
            {
                var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
                if (words.Length > 1 && words[0].Equals("UNITS", StringComparison.OrdinalIgnoreCase))
                {
                    return words[1].ToUpperInvariant();
                }
            }
        }

        return null;
    }

    // A drawing to scale has pipes whose lengths keep one ratio to their drawn lengths: half of them within 15 %.
    private static MapScale FromPipes(Network network)
    {
        var ratios = new List<double>();
        foreach (var pipe in network.Links.OfType<Pipe>())
        {
            if (DrawnLength(network, pipe) is > 0 and var drawn && pipe.Length > 0)
            {
                ratios.Add(pipe.Length / drawn);
            }
        }

        if (ratios.Count < 10)
        {
            return new MapScale(null, 1);
        }

        ratios.Sort();
        var (lower, median, upper) = (ratios[ratios.Count / 4], ratios[ratios.Count / 2], ratios[ratios.Count * 3 / 4]);
        if (upper - lower > 0.3 * median)
        {
            return new MapScale(null, 1);
        }

        foreach (var known in (ReadOnlySpan<double>)[1, 0.3048, 1000])
        {
            if (median / known is > 0.9 and < 1.35)
            {
                return new MapScale(known, 1);
            }
        }

        return new MapScale(median, 1);
    }

    private static double DrawnLength(Network network, Link link)
    {
        var path = PathOf(network, link);
        var length = 0.0;
        for (var i = 1; i < path.Count; i++)
        {
            length += Math.Sqrt(Math.Pow(path[i].X - path[i - 1].X, 2) + Math.Pow(path[i].Y - path[i - 1].Y, 2));
        }

        return length;
    }

    /// <summary>The link's points from start to end; empty where an end has no place.</summary>
    public static List<MapPoint> PathOf(Network network, Link link)
    {
        var from = network.FindNode(link.FromNode)?.Position;
        var to = network.FindNode(link.ToNode)?.Position;
        return from is null || to is null ? [] : [from.Value, .. link.Vertices, to.Value];
    }

    /// <summary>A length on the ground as a scale bar's label would have it.</summary>
    public static string Describe(double meters) => meters >= 1000
        ? (meters / 1000).ToString("0.###", CultureInfo.InvariantCulture) + " km"
        : meters.ToString("0.###", CultureInfo.InvariantCulture) + " m";
}
