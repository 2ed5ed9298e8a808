namespace WaterSim.Model;

/// <summary>Which texts can be ids: those that a network file can hold.</summary>
internal static class IdRules
{
    /// <summary>True where a file can hold the id.</summary>
    public static bool IsWritable(string id)
    {
        if (id.Length == 0 || id[0] is '[' or '"')
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
