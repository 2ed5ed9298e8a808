using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[OPTIONS].</summary>
internal static class OptionsSection
{
    // EPANET's own names, each with what is said of it when it is kept.
    private static readonly string[] KeptQuietly = ["MAP", "VERI", "SEGM", "PREC"];
    private static readonly string[] KeptNamed = ["HYDR", "HTOL", "QTOL", "RQTOL"];

    public static void Read(InpSession session, InpLines line)
    {
        while (line.Next())
        {
            if (TryUnits(session, line) || TryChoice(session, line) || TryPressure(session, line))
            {
                continue;
            }

            if (line.Is(0, "QUAL"))
            {
                QualityOption.Read(session, line);
            }
            else if (StartsWithAny(line, KeptQuietly))
            {
                Keep(session, line, isNamed: false);
            }
            else if (StartsWithAny(line, KeptNamed))
            {
                Keep(session, line, isNamed: true);
            }
            else if (!TryNumber(session, line))
            {
                session.PreservedLines("OPTIONS").Add(InpSession.Line(line.Line).TrimEnd());
                session.Warning(
                    InpCodes.UnknownOption, line, 0, element: null,
                    $"option {InpSession.Show(line[0])} is not known; it is kept and has no effect",
                    "Correct the name, or remove the line; EPANET refuses it.");
            }
        }
    }

    private static bool StartsWithAny(scoped in InpLines line, string[] keywords)
    {
        foreach (var keyword in keywords)
        {
            if (line.Is(0, keyword))
            {
                return true;
            }
        }

        return false;
    }

    private static void Keep(InpSession session, scoped in InpLines line, bool isNamed)
    {
        session.PreservedLines("OPTIONS").Add(InpSession.Line(line.Line).TrimEnd());
        if (isNamed)
        {
            session.Notice(
                InpCodes.OptionPreserved, line, 0, element: null,
                $"option {InpSession.Show(line.From(0))} is kept, not simulated by this version", remedy: null);
        }
    }

    private static bool TryUnits(InpSession session, scoped in InpLines line)
    {
        var options = session.Options;
        if (line.Is(0, "UNIT"))
        {
            if (line.Count > 1)
            {
                if (InpWords.TryFlow(line, 1, out var flow))
                {
                    options.Flow = flow;
                }
                else
                {
                    session.Keyword(line, 1, "option UNITS", InpWords.FlowNames);
                }
            }

            return true;
        }

        if (line.Is(0, "PRES") && !(line.Count > 1 && line.Is(1, "EXPO")))
        {
            if (line.Count > 1)
            {
                if (InpWords.TryPressure(line, 1, out var pressure))
                {
                    options.Pressure = pressure;
                }
                else
                {
                    session.Keyword(line, 1, "option PRESSURE", "PSI, KPA, METERS, BAR, FEET");
                }
            }

            return true;
        }

        if (!line.Is(0, "HEADL"))
        {
            return false;
        }

        if (line.Count > 1)
        {
            if (InpWords.TryHeadLoss(line, 1, out var formula))
            {
                options.HeadLoss = formula;
            }
            else
            {
                session.Keyword(line, 1, "option HEADLOSS", "H-W, D-W, C-M");
            }
        }

        return true;
    }

    private static bool TryChoice(InpSession session, scoped in InpLines line)
    {
        var options = session.Options;
        if (line.Is(0, "UNBA"))
        {
            Unbalanced(session, line);
        }
        else if (line.Is(0, "PATT"))
        {
            if (line.Count > 1)
            {
                options.Pattern = InpSession.String(line[1]);
                options.PatternAt = (line.Number, line.Column(1));
            }
        }
        else if (line.Is(0, "DEMA") && line.Count > 2 && line.Is(1, "MODEL"))
        {
            if (line.Is(2, "DDA") || line.Is(2, "PDA"))
            {
                options.Plain = options.Plain with
                {
                    DemandModel = line.Is(2, "PDA") ? DemandModel.PressureDriven : DemandModel.DemandDriven,
                };
            }
            else
            {
                session.Keyword(line, 2, "option DEMAND MODEL", "DDA, PDA");
            }
        }
        else if (line.Count > 2 && (line.Is(0, "BACK") || (line.Is(0, "EMIT") && line.Is(1, "BACK"))))
        {
            if (line.Is(2, "YES") || line.Is(2, "NO"))
            {
                options.Plain = options.Plain with { EmitterBackflow = line.Is(2, "YES") };
            }
            else
            {
                session.Keyword(line, 2, "option BACKFLOW ALLOWED", "YES, NO");
            }
        }
        else
        {
            return false;
        }

        return true;
    }

    private static void Unbalanced(InpSession session, scoped in InpLines line)
    {
        var plain = session.Options.Plain;
        if (line.Count < 2)
        {
            return;
        }

        if (line.Is(1, "STOP"))
        {
            session.Options.Plain = plain with { Unbalanced = UnbalancedAction.Stop, UnbalancedExtraTrials = 0 };
        }
        else if (line.Is(1, "CONT"))
        {
            double trials = 0;
            if (line.Count > 2 &&
                (!session.TryNotNegative(line, 2, "option UNBALANCED", "number of trials", out trials) ||
                 !IsInteger(session, line, 2, trials)))
            {
                return;
            }

            session.Options.Plain = plain with
            {
                Unbalanced = UnbalancedAction.Continue,
                UnbalancedExtraTrials = (int)trials,
            };
        }
        else
        {
            session.Keyword(line, 1, "option UNBALANCED", "STOP, CONTINUE");
        }
    }

    private static bool TryPressure(InpSession session, scoped in InpLines line)
    {
        var isMinimum = line.Is(0, "MINI");
        if (!isMinimum && !line.Is(0, "REQ"))
        {
            return false;
        }

        if (line.Count > 2 &&
            session.TryNotNegative(line, 2, $"option {InpSession.Name(line[0])} PRESSURE", "pressure", out var pressure))
        {
            if (isMinimum)
            {
                session.Options.MinimumPressure = pressure;
            }
            else
            {
                session.Options.RequiredPressure = pressure;
            }

            session.Options.PressureLimits = (line.Number, line.Column(2));
        }

        return true;
    }

    private static bool TryNumber(InpSession session, scoped in InpLines line)
    {
        var at = line.Is(0, "SPEC") || line.Is(0, "EMIT") || line.Is(0, "DEMA") || line.Is(0, "PRES") ? 2 : 1;
        var isKnown = at == 2;
        foreach (var name in (ReadOnlySpan<string>)
            ["VISC", "TOLER", "DIFF", "TRIAL", "ACCU", "CHECKFREQ", "MAXCHECK", "DAMPLIMIT", "HEADERROR", "FLOWCHANGE"])
        {
            isKnown |= line.Is(0, name);
        }

        if (!isKnown)
        {
            return false;
        }

        if (line.Count <= at)
        {
            return true; // A value left out means the default.
        }

        var option = $"option {InpSession.Name(line[0])}";
        var mayBeZero = line.Is(0, "DAMPLIMIT") || line.Is(0, "HEADERROR") || line.Is(0, "FLOWCHANGE") ||
            line.Is(0, "TOLER") || line.Is(0, "DIFF");
        if (mayBeZero
            ? session.TryNotNegative(line, at, option, "value", out var value)
            : session.TryPositive(line, at, option, "value", out value))
        {
            Set(session, line, at, value);
        }

        return true;
    }

    private static void Set(InpSession session, scoped in InpLines line, int at, double value)
    {
        var options = session.Options;
        var plain = options.Plain;
        if (line.Is(0, "SPEC"))
        {
            options.SpecificGravity = value;
        }
        else if (line.Is(0, "VISC"))
        {
            options.Viscosity = value;
        }
        else if (line.Is(0, "TOLER"))
        {
            session.Quality.Tolerance = value;
        }
        else if (line.Is(0, "DIFF"))
        {
            session.Quality.Diffusivity = value;
        }
        else if (line.Is(0, "HEADERROR"))
        {
            options.HeadError = value;
        }
        else if (line.Is(0, "FLOWCHANGE"))
        {
            options.FlowChange = value;
        }
        else if (line.Is(0, "EMIT"))
        {
            options.Plain = plain with { EmitterExponent = value };
        }
        else if (line.Is(0, "DEMA"))
        {
            options.Plain = plain with { DemandMultiplier = value };
        }
        else if (line.Is(0, "PRES"))
        {
            options.Plain = plain with { PressureExponent = value };
        }
        else if (line.Is(0, "DAMPLIMIT"))
        {
            options.Plain = plain with { DampLimit = value };
        }
        else if (line.Is(0, "ACCU"))
        {
            Accuracy(session, line, at, value);
        }
        else if (value < 1)
        {
            session.Error(
                InpCodes.ValueOutOfRange, line, at, $"option {InpSession.Name(line[0])}",
                $"{InpSession.Show(line[at])} is below 1", "Give a whole number of 1 or more.");
        }
        else if (IsInteger(session, line, at, value))
        {
            options.Plain =
                line.Is(0, "TRIAL") ? plain with { MaxTrials = (int)value } :
                line.Is(0, "CHECKFREQ") ? plain with { CheckFrequency = (int)value } :
                plain with { MaxCheck = (int)value };
        }
    }

    // Deviation from EPANET: it takes 1e-5 for a smaller accuracy. Here it is honoured, since the solver can reach it.
    private static void Accuracy(InpSession session, scoped in InpLines line, int at, double value)
    {
        if (value is < 1e-5 or > 0.1)
        {
            session.Notice(
                InpCodes.AccuracyBeyondEpanet, line, at, "option ACCURACY",
                value < 1e-5 ? $"{InpSession.Show(line[at])} is honoured; EPANET would take 1e-5"
                    : $"0.1 is taken instead of {InpSession.Show(line[at])}, as in EPANET",
                remedy: null);
        }

        session.Options.Plain = session.Options.Plain with { Accuracy = Math.Min(value, 0.1) };
    }

    private static bool IsInteger(InpSession session, scoped in InpLines line, int at, double value)
    {
        if (value <= int.MaxValue)
        {
            return true;
        }

        session.Error(
            InpCodes.ValueOutOfRange, line, at, $"option {InpSession.Name(line[0])}",
            $"{InpSession.Show(line[at])} is too large", "Give a smaller number.");
        return false;
    }
}
