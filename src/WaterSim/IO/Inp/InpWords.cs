using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>The words of INP files for units and formulas, read and written.</summary>
internal static class InpWords
{
    public const string FlowNames = "CFS, GPM, MGD, IMGD, AFD, LPS, LPM, MLD, CMH, CMD, CMS, SI";

    private static readonly string[] Flows =
        ["CFS", "GPM", "MGD", "IMGD", "AFD", "LPS", "LPM", "MLD", "CMH", "CMD", "CMS"];

    private static readonly string[] Pressures = ["PSI", "KPA", "METERS", "BAR", "FEET"];

    private static readonly string[] HeadLosses = ["H-W", "D-W", "C-M"];

    private static readonly string[] Valves = ["PRV", "PSV", "PBV", "FCV", "TCV", "GPV", "PCV"];

    public static string Of(FlowUnits units) => Flows[(int)units];

    public static string Of(PressureUnits units) => Pressures[(int)units];

    public static string Of(HeadLossFormula formula) => HeadLosses[(int)formula];

    public static string Of(ValveKind kind) => Valves[(int)kind];

    public static bool TryFlow(scoped in InpLines line, int token, out FlowUnits units)
    {
        var word = line.Is(token, "SI") ? (int)FlowUnits.LitersPerSecond : Find(line, token, Flows);
        units = (FlowUnits)word;
        return word >= 0;
    }

    public static bool TryPressure(scoped in InpLines line, int token, out PressureUnits units)
    {
        var word = Find(line, token, Pressures);
        units = (PressureUnits)word;
        return word >= 0;
    }

    public static bool TryHeadLoss(scoped in InpLines line, int token, out HeadLossFormula formula)
    {
        var word = Find(line, token, HeadLosses);
        formula = (HeadLossFormula)word;
        return word >= 0;
    }

    private static int Find(scoped in InpLines line, int token, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (line.Is(token, words[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
