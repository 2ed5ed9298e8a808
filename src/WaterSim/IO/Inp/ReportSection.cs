using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[REPORT].</summary>
internal static class ReportSection
{
    /// <summary>Words of columns, in the order of <see cref="ReportVariable"/>; they stand in full.</summary>
    public static readonly string[] Variables =
    [
        "ELEVATION", "DEMAND", "HEAD", "PRESSURE", "QUALITY", "LENGTH", "DIAMETER", "FLOW", "VELOCITY", "HEADLOSS",
        "STATE", "SETTING", "REACTION", "F-FACTOR",
    ];

    public static void Read(InpSession session, InpLines line)
    {
        while (line.Next())
        {
            if (line.Count < 2)
            {
                session.Missing(line, "report", "a value", "name value");
                continue;
            }

            var draft = session.Quality;
            var report = draft.Report;
            if (line.Is(0, "PAGE"))
            {
                Page(session, line);
            }
            else if (line.Is(0, "STATUS"))
            {
                ReportStatus? status =
                    line.Is(line.Count - 1, "NO") ? ReportStatus.None :
                    line.Is(line.Count - 1, "YES") ? ReportStatus.Changes :
                    line.Is(line.Count - 1, "FULL") ? ReportStatus.Full :
                    null;
                Answer(session, line, status is not null, "NO, YES, FULL");
                draft.Report = report with { Status = status ?? report.Status };
            }
            else if (line.Is(0, "SUMM"))
            {
                draft.Report = report with { Summary = YesNo(session, line) ?? report.Summary };
            }
            else if (line.Is(0, "MESS"))
            {
                draft.Report = report with { Messages = YesNo(session, line) ?? report.Messages };
            }
            else if (line.Is(0, "ENER"))
            {
                draft.Report = report with { Energy = YesNo(session, line) ?? report.Energy };
            }
            else if (line.Is(0, "NODE"))
            {
                Nodes(session, line);
            }
            else if (line.Is(0, "LINK"))
            {
                Links(session, line);
            }
            else if (line.Is(0, "FILE"))
            {
                File(session, line);
            }
            else
            {
                Field(session, line);
            }
        }
    }

    private static void File(InpSession session, scoped in InpLines line)
    {
        var name = InpSession.String(line[1]);
        if (name.Length > 0 && !IdRules.IsWritable(name))
        {
            session.Error(
                InpCodes.UnknownKeyword, line, 1, "report", $"{InpSession.Show(line[1])} cannot be a file's name",
                "Leave out brackets, quotes and control characters.");
            return;
        }

        session.Quality.Report = session.Quality.Report with { File = name.Length > 0 ? name : null };
    }

    private static void Page(InpSession session, scoped in InpLines line)
    {
        var last = line.Count - 1;
        if (!session.TryNotNegative(line, last, "report", "page size", out var size))
        {
            return;
        }

        if (size > 255)
        {
            session.Error(
                InpCodes.ValueOutOfRange, line, last, "report", $"page size {InpSession.Show(line[last])} is above 255",
                "Give 0 to 255 lines.");
            return;
        }

        session.Quality.Report = session.Quality.Report with { PageSize = (int)size };
    }

    private static bool? YesNo(InpSession session, scoped in InpLines line)
    {
        bool? answer = line.Is(line.Count - 1, "NO") ? false : line.Is(line.Count - 1, "YES") ? true : null;
        Answer(session, line, answer is not null, "NO, YES");
        return answer;
    }

    private static void Answer(InpSession session, scoped in InpLines line, bool isKnown, string allowed)
    {
        if (!isKnown)
        {
            session.Warning(
                InpCodes.IgnoredData, line, line.Count - 1, "report",
                $"{InpSession.Show(line[line.Count - 1])} is none of {allowed}: the line has no effect, as in EPANET",
                $"Write one of {allowed}.");
        }
    }

    private static void Nodes(InpSession session, scoped in InpLines line)
    {
        var report = session.Quality.Report;
        var last = line.Count - 1;
        if (line.Is(last, "NONE") || line.Is(last, "ALL"))
        {
            session.Quality.Report = report with { AllNodes = line.Is(last, "ALL") };
            session.Quality.ReportNodes.Clear();
            return;
        }

        for (var i = 1; i <= last; i++)
        {
            if (session.TryNode(line, i, "report", out var at))
            {
                session.Quality.ReportNodes.Add(session.Nodes[at].Id);
            }
        }

        session.Quality.Report = report with { AllNodes = false };
    }

    private static void Links(InpSession session, scoped in InpLines line)
    {
        var report = session.Quality.Report;
        var last = line.Count - 1;
        if (line.Is(last, "NONE") || line.Is(last, "ALL"))
        {
            session.Quality.Report = report with { AllLinks = line.Is(last, "ALL") };
            session.Quality.ReportLinks.Clear();
            return;
        }

        for (var i = 1; i <= last; i++)
        {
            if (session.TryLink(line, i, "report", out var at))
            {
                session.Quality.ReportLinks.Add(session.Links[at].Id);
            }
        }

        session.Quality.Report = report with { AllLinks = false };
    }

    private static void Field(InpSession session, scoped in InpLines line)
    {
        if (!TryVariable(line, out var variable))
        {
            session.Keyword(
                line, 0, "report",
                $"PAGESIZE, STATUS, SUMMARY, MESSAGES, ENERGY, NODES, LINKS, FILE, {string.Join(", ", Variables)}");
            return;
        }

        var fields = session.Quality.Report.Fields;
        var at = 0;
        while (at < fields.Length && fields[at].Variable != variable)
        {
            at++;
        }

        var field = at < fields.Length ? fields[at] : new ReportField(variable);
        if (line.Is(1, "YES") || line.Is(1, "NO"))
        {
            field = field with { IsShown = line.Is(1, "YES") };
        }
        else if (!(line.Is(1, "BELOW") || line.Is(1, "ABOVE") || line.Is(1, "PREC")))
        {
            session.Keyword(line, 1, "report", "YES, NO, BELOW, ABOVE, PRECISION");
            return;
        }
        else if (line.Count < 3)
        {
            session.Missing(line, "report", "a value", "variable BELOW|ABOVE|PRECISION value");
            return;
        }
        else
        {
            if (!session.TryNumber(line, 2, "report", "value", out var value))
            {
                return;
            }

            var si = value * session.Units.FactorToSI(QuantityOf.Report(variable));
            field =
                line.Is(1, "BELOW") ? field with { Below = si } :
                line.Is(1, "ABOVE") ? field with { Above = si } :
                field with { IsShown = true, Precision = (int)Math.Round(Math.Clamp(value, 0, 6)) };
        }

        session.Quality.Report = session.Quality.Report with
        {
            Fields = at < fields.Length ? fields.SetItem(at, field) : fields.Add(field),
        };
    }

    private static bool TryVariable(scoped in InpLines line, out ReportVariable variable)
    {
        // HEADLOSS opens with HEAD.
        for (var i = Variables.Length - 1; i >= 0; i--)
        {
            if (line.Is(0, Variables[i]))
            {
                variable = (ReportVariable)i;
                return true;
            }
        }

        variable = default;
        return false;
    }
}
