using System.Text;

namespace WaterSim.Model;

/// <summary>Which texts can be ids: those that a network file can hold.</summary>
internal static class IdRules
{
    /// <summary>Longest id, bytes of UTF-8: EPANET reads no longer line.</summary>
    public const int LongestId = 1024;

    /// <summary>True where a file can hold the id.</summary>
    public static bool IsWritable(string id)
    {
        if (id.Length == 0 || id[0] is '[' or '"' ||
            (id.Length > LongestId / 3 && Encoding.UTF8.GetByteCount(id) > LongestId))
        {
            return false;
        }

        bool hasBlank = false, hasQuote = false;
        foreach (var c in id)
        {
            if (c == ';' || char.IsControl(c))
            {
                return false;
            }

            hasBlank |= c == ' ';
            hasQuote |= c == '"';
        }

        // An id with blanks stands in quotes, and quotes hold no quote.
        return !(hasBlank && hasQuote);
    }
}
