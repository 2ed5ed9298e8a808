namespace WaterSim.IO.Inp;

/// <summary>Times as EPANET writes them: decimal hours, a number with a unit, h:mm[:ss], with AM or PM or without.</summary>
internal static class InpTime
{
    /// <summary>Longest time that is read, h: some three hundred years.</summary>
    private const double LongestHours = 1e10 / 3600;

    /// <summary>Reads a time.</summary>
    /// <param name="value">The number or h:mm[:ss].</param>
    /// <param name="units">SEC, MIN, HOU, DAY, AM or PM, or empty: hours.</param>
    /// <param name="time">Whole seconds, rounded.</param>
    public static bool TryParse(ReadOnlySpan<byte> value, ReadOnlySpan<byte> units, out TimeSpan time)
    {
        time = default;
        if (!TryHours(value, units, out var hours) || !(hours >= 0 && hours < LongestHours))
        {
            return false;
        }

        time = TimeSpan.FromSeconds((long)((3600 * hours) + 0.5));
        return true;
    }

    private static bool TryHours(ReadOnlySpan<byte> value, ReadOnlySpan<byte> units, out double hours)
    {
        hours = 0;
        var parts = 0;
        var scale = 1.0;
        var rest = value;
        while (true)
        {
            var colon = rest.IndexOf((byte)':');
            var part = colon < 0 ? rest : rest[..colon];
            if (++parts > 3 || !InpNumber.TryParse(part, out var number))
            {
                return false;
            }

            hours += number / scale;
            scale *= 60;
            if (colon < 0)
            {
                break;
            }

            rest = rest[(colon + 1)..];
        }

        if (units.IsEmpty)
        {
            return true;
        }

        if (parts == 1)
        {
            foreach (var (keyword, hoursPerUnit) in
                     (ReadOnlySpan<(string, double)>)[("SEC", 1 / 3600.0), ("MIN", 1 / 60.0), ("HOU", 1), ("DAY", 24)])
            {
                if (InpLines.Opens(units, keyword))
                {
                    hours *= hoursPerUnit;
                    return true;
                }
            }
        }

        // 12 AM is midnight, 12 PM is noon.
        var isMorning = InpLines.Opens(units, "AM");
        if (hours >= 13 || !(isMorning || InpLines.Opens(units, "PM")))
        {
            return false;
        }

        if (isMorning)
        {
            hours = hours >= 12 ? hours - 12 : hours;
        }
        else if (hours < 12)
        {
            hours += 12;
        }

        return true;
    }
}
