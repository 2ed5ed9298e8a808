using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[TIMES].</summary>
internal static class TimesSection
{
    private const string Names =
        "DURATION, HYDRAULIC TIMESTEP, QUALITY TIMESTEP, RULE TIMESTEP, PATTERN TIMESTEP, PATTERN START, " +
        "REPORT TIMESTEP, REPORT START, START CLOCKTIME, STATISTIC";

    public static void Read(InpSession session, InpLines line)
    {
        while (line.Next())
        {
            var last = line.Count - 1;
            if (last < 1)
            {
                session.Missing(line, "times", "a value", "name value [unit]");
            }
            else if (line.Is(0, "STAT"))
            {
                Statistic(session, line, last);
            }
            else if (InpTime.TryParse(line[last], default, out var time) ||
                     InpTime.TryParse(line[last - 1], line[last], out time))
            {
                Overflow(session, line);
                Set(session, line, time);
            }
            else
            {
                session.NotATime(line, last > 1 && IsWord(line[last]) ? last - 1 : last, "times");
            }
        }
    }

    /// <summary>Complains of what is no time.</summary>
    public static void NotATime(this InpSession session, scoped in InpLines line, int token, string element) =>
        session.Error(
            InpCodes.NotATime, line, token, element, $"{InpSession.Show(line.From(token))} is not a time" +
            (line[token].Count((byte)':') > 2 ? "; EPANET accepts it and reads its first three parts" : ""),
            "Write hours (1.5), h:mm or h:mm:ss (1:30), a number with SEC, MIN, HOURS or DAYS, or a time with AM or PM.");

    /// <summary>Makes steps agree as EPANET does: none longer than the pattern or report step.</summary>
    public static void Adjust(InpSession session)
    {
        var times = session.Times;
        var hour = TimeSpan.FromHours(1);
        var pattern = times.PatternStep > TimeSpan.Zero ? times.PatternStep : hour;
        var report = times.ReportStep > TimeSpan.Zero ? times.ReportStep : pattern;
        var hydraulic = times.HydraulicStep > TimeSpan.Zero ? times.HydraulicStep : hour;
        hydraulic = Min(Min(hydraulic, pattern), report);
        var adjusted = times with
        {
            PatternStep = pattern,
            ReportStep = report,
            HydraulicStep = hydraulic,
            ReportStart = times.ReportStart > times.Duration ? TimeSpan.Zero : times.ReportStart,
            RuleStep = times.RuleStep is { } rule && rule > TimeSpan.Zero ? Min(rule, hydraulic) : null,
            QualityStep = times.QualityStep is { } quality && quality > TimeSpan.Zero ? Min(quality, hydraulic) : null,
        };
        session.Times = adjusted;
        if (adjusted.HydraulicStep != times.HydraulicStep)
        {
            session.Add(new Diagnostic
            {
                Code = InpCodes.TimesAdjusted,
                Severity = DiagnosticSeverity.Notice,
                Element = "times",
                Message = $"the hydraulic step of {times.HydraulicStep:c} became {hydraulic:c}, as in EPANET: " +
                    "it is above 0 and no longer than the pattern and report steps",
                Location = new SourceLocation(session.FileName, 1),
            });
        }
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static bool IsWord(ReadOnlySpan<byte> text) => text.Length > 0 && char.IsAsciiLetter((char)text[0]);

    // EPANET takes 1:75 for 2:15 and says nothing; it may as well be a slip of 1:15.
    private static void Overflow(InpSession session, scoped in InpLines line)
    {
        for (var token = 1; token < line.Count; token++)
        {
            var rest = line[token];
            for (int colon; (colon = rest.IndexOf((byte)':')) >= 0;)
            {
                rest = rest[(colon + 1)..];
                var next = rest.IndexOf((byte)':');
                if (InpNumber.TryParse(next < 0 ? rest : rest[..next], out var part) && part >= 60)
                {
                    session.Warning(
                        InpCodes.TimeOverflows, line, token, "times",
                        $"{InpSession.Show(line[token])} has 60 or more minutes or seconds; it is read as EPANET reads it",
                        "Write minutes and seconds below 60.");
                    return;
                }
            }
        }
    }

    private static void Statistic(InpSession session, scoped in InpLines line, int last)
    {
        ReportStatistic? statistic =
            line.Is(last, "NO") ? ReportStatistic.Series :
            line.Is(last, "AVERAGE") ? ReportStatistic.Average :
            line.Is(last, "MINIMUM") ? ReportStatistic.Minimum :
            line.Is(last, "MAXIMUM") ? ReportStatistic.Maximum :
            line.Is(last, "RANGE") ? ReportStatistic.Range :
            null;
        if (statistic is { } known)
        {
            session.Times = session.Times with { Statistic = known };
        }
        else
        {
            session.Keyword(line, last, "times", "NONE, AVERAGE, MINIMUM, MAXIMUM, RANGE");
        }
    }

    private static void Set(InpSession session, scoped in InpLines line, TimeSpan time)
    {
        var times = session.Times;
        var isStart = line.Is(1, "STAR");
        var isStep = line.Is(1, "TIME");
        if (line.Is(0, "DURA"))
        {
            times = times with { Duration = time };
        }
        else if (line.Is(0, "HYDR"))
        {
            times = times with { HydraulicStep = time };
        }
        else if (line.Is(0, "QUAL"))
        {
            times = times with { QualityStep = time };
        }
        else if (line.Is(0, "RULE"))
        {
            times = times with { RuleStep = time };
        }
        else if (line.Is(0, "MINI"))
        {
            return; // MINIMUM TRAVELTIME: EPANET no longer uses it.
        }
        else if (line.Is(0, "PATT") && (isStart || isStep))
        {
            times = isStart ? times with { PatternStart = time } : times with { PatternStep = time };
        }
        else if (line.Is(0, "REPO") && (isStart || isStep))
        {
            times = isStart ? times with { ReportStart = time } : times with { ReportStep = time };
        }
        else if (line.Is(0, "STAR"))
        {
            times = times with { StartClockTime = TimeSpan.FromTicks(time.Ticks % TimeSpan.TicksPerDay) };
        }
        else
        {
            session.Keyword(line, line.Is(0, "PATT") || line.Is(0, "REPO") ? 1 : 0, "times", Names);
            return;
        }

        session.Times = times;
    }
}
