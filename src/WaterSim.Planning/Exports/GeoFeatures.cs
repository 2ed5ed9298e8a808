using System.Text.Encodings.Web;
using System.Text.Json;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using WaterSim.Model;
using WaterSim.Planning.Comparison;
using WaterSim.Planning.Results.Tables;

namespace WaterSim.Planning.Exports;

/// <summary>What lies on a run's map, as features of GeoJSON.</summary>
internal sealed class GeoFeatures(ReadMap map)
{
    // A 10 millionth of a degree is a centimetre.
    private const int DegreeDecimals = 7;

    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new GeoJsonConverterFactory() },

        // Names in Chinese stay legible; what HTML would take for markup is escaped.
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    private readonly GeometryFactory _geometry = new(new PrecisionModel(), map.Origin is null ? 0 : 4326);

    /// <summary>Writes features, UTF-8.</summary>
    public static void Write(FeatureCollection features, Stream to) => JsonSerializer.Serialize(to, features, Options);

    /// <summary>Communities with a place, each with all that a table says of it.</summary>
    public FeatureCollection Communities(Table table)
    {
        var rows = new TableRows(table);
        var id = Enumerable.Range(0, table.Columns.Length).First(c => table.Columns[c].Name == "id");
        var features = new FeatureCollection();
        for (var row = 0; row < table.Rows; row++)
        {
            if (!map.Communities.TryGetValue(rows.Text(id, row), out var at))
            {
                continue;
            }

            var properties = new AttributesTable();
            for (var c = 0; c < table.Columns.Length; c++)
            {
                var column = table.Columns[c];
                if (column.Name is not ("x" or "y"))
                {
                    properties.Add(column.Name, column is TextColumn ? rows.Text(c, row) : column is IntegerColumn whole ? whole.Values[row] : rows.Number(c, row));
                }
            }

            features.Add(new Feature(_geometry.CreatePoint(Place(at)), properties));
        }

        return features;
    }

    /// <summary>Pipes, with their highest flow and velocity where the run tells.</summary>
    public FeatureCollection Pipes(IReadOnlyDictionary<string, (double Flow, double Velocity)> links)
    {
        var features = new FeatureCollection();
        foreach (var pipe in map.Pipes)
        {
            var properties = new AttributesTable { { "id", pipe.Id }, { "diameter_m", pipe.Diameter } };
            if (links.TryGetValue(pipe.Id, out var highest))
            {
                properties.Add("max_flow_m3s", highest.Flow);
                properties.Add("max_velocity_ms", highest.Velocity);
            }

            features.Add(new Feature(_geometry.CreateLineString([.. pipe.Points.Select(Place)]), properties));
        }

        return features;
    }

    /// <summary>Plants, tanks, boosters and sources.</summary>
    public FeatureCollection Facilities()
    {
        var features = new FeatureCollection();
        foreach (var facility in map.Facilities)
        {
            features.Add(new Feature(_geometry.CreatePoint(Place(facility.At)), new AttributesTable
            {
                { "kind", facility.Kind }, { "id", facility.Id }, { "name", facility.Name.En }, { "name_zh", facility.Name.Zh },
            }));
        }

        return features;
    }

    private Coordinate Place(MapPoint at)
    {
        if (map.Origin is not { } origin)
        {
            return new Coordinate(at.X, at.Y);
        }

        var (longitude, latitude) = Ellipsoid.Degrees(origin, at);
        return new Coordinate(Math.Round(longitude, DegreeDecimals), Math.Round(latitude, DegreeDecimals));
    }
}
