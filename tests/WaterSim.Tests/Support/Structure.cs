using System.Collections;
using System.Globalization;
using System.Reflection;

namespace WaterSim.Tests.Support;

/// <summary>Compares records by their members, lists by their entries, numbers within a relative tolerance.</summary>
internal static class Structure
{
    /// <summary>Where two values first differ, or null where they do not.</summary>
    public static string? Difference(object? a, object? b, double tolerance = 0, string path = "")
    {
        if (a is null || b is null)
        {
            return a is null && b is null ? null : $"{path}: {a ?? "null"} and {b ?? "null"}";
        }

        if (a.GetType() != b.GetType())
        {
            return $"{path}: {a.GetType().Name} and {b.GetType().Name}";
        }

        switch (a)
        {
            case double x:
                var y = (double)b;
                return x == y || Math.Abs(x - y) <= tolerance * Math.Max(Math.Abs(x), Math.Abs(y))
                    ? null
                    : string.Create(CultureInfo.InvariantCulture, $"{path}: {x:R} and {y:R}");
            case string or Enum or TimeSpan or IConvertible:
                return a.Equals(b) ? null : $"{path}: '{a}' and '{b}'";
            case IEnumerable:
                return ListDifference([.. ((IEnumerable)a).Cast<object?>()], [.. ((IEnumerable)b).Cast<object?>()], tolerance, path);
            default:
                return a.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(p => p.GetIndexParameters().Length == 0)
                    .Select(p => Difference(p.GetValue(a), p.GetValue(b), tolerance, $"{path}.{p.Name}"))
                    .FirstOrDefault(d => d is not null);
        }
    }

    private static string? ListDifference(List<object?> a, List<object?> b, double tolerance, string path)
    {
        if (a.Count != b.Count)
        {
            return $"{path}: {a.Count} and {b.Count} entries";
        }

        for (var i = 0; i < a.Count; i++)
        {
            if (Difference(a[i], b[i], tolerance, $"{path}[{i}]") is { } difference)
            {
                return difference;
            }
        }

        return null;
    }
}
