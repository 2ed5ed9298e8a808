using System.Globalization;
using System.Text;
using JiaheLayout.Draft;
using JiaheLayout.Facts;

namespace JiaheLayout.Output;

/// <summary>Writes the draft as an EPANET 2.2 input file (flow L/s, Hazen-Williams).</summary>
internal static class InpText
{
    public static string Of(NetworkDraft draft)
    {
        var text = new StringBuilder();
        Title(text);
        Nodes(text, draft);
        Links(text, draft);
        Operation(text, draft);
        Demands(text, draft);
        Fixed(text);
        Map(text, draft);
        text.Append("[END]\n");
        return text.ToString();
    }

    private static void Title(StringBuilder text) => text.Append("""
        [TITLE]
        Jiahe County: integrated urban-rural water supply, average day of 45,000 m3/d.
        435,000 people, 10 towns, 167 villages. A planning model: most values are assumptions, see README.md.
        Laid out by tools/JiaheLayout; edit its tables, not this file. Flow L/s, head m, pipe diameter mm (inner).


        """.ReplaceLineEndings("\n"));

    private static void Nodes(StringBuilder text, NetworkDraft draft)
    {
        text.Append("[JUNCTIONS]\n");
        var table = new Columns(";ID", "Ground m");
        draft.Junctions.ForEach(j => table.Add(j.Id, F(j.GroundM, "0.0")));
        table.WriteTo(text);

        text.Append("[RESERVOIRS]\n");
        table = new(";ID", "Level m", "Pattern");
        draft.Reservoirs.ForEach(r => table.Add(r.Id, F(r.LevelM, "0.0"), "", "; " + WaterSources.All.First(s => s.Id == r.Id).En + (r.Tag == "source" ? "" : ", standby")));
        table.WriteTo(text);

        text.Append("[TANKS]\n; W*-CW clear wells of the plants, T* elevated tanks, P*-T head tanks of the boosters\n");
        table = new(";ID", "Floor m", "First m", "Min m", "Max m", "Diameter m", "MinVol", "VolCurve");
        draft.Tanks.ForEach(t => table.Add(t.Id, F(t.FloorM, "0.0"), F(t.FirstM, "0.00"), F(t.MinM, "0.0"), F(t.MaxM, "0.0"), F(t.DiameterM, "0.00"), "0", t.Curve));
        table.WriteTo(text);
    }

    private static void Links(StringBuilder text, NetworkDraft draft)
    {
        text.Append("[PIPES]\n; M- trunk mains, P- the pipe that feeds the node named after it, G- town grids, L- rural loops\n");
        var table = new Columns(";ID", "From", "To", "Length m", "Inner mm", "C", "Minor", "Status", ";");
        draft.Pipes.ForEach(p => table.Add(
            p.Id, p.From, p.To, F(p.LengthM, "0.0"), F(p.Size.InnerMm, "0.0"), F(p.Size.C, "0"), F(p.Minor, "0.#"), p.State, "; " + p.Size.Name));
        table.WriteTo(text);

        text.Append("[PUMPS]\n");
        table = new(";ID", "From", "To", "Curve");
        draft.Pumps.ForEach(p => table.Add(p.Id, p.From, p.To, "HEAD " + p.HeadCurve));
        table.WriteTo(text);

        text.Append("[VALVES]\n; PRV settings m above the valve, FCV settings L/s\n");
        table = new(";ID", "From", "To", "Bore mm", "Type", "Setting", "Minor");
        draft.Valves.ForEach(v => table.Add(v.Id, v.From, v.To, F(v.DiameterMm, "0"), v.Kind, F(v.Setting, "0.##"), "0"));
        table.WriteTo(text);

        text.Append("[STATUS]\n; standby pumps rest\n");
        draft.Pumps.Where(p => p.Closed).ToList().ForEach(p => text.Append(p.Id).Append("  Closed\n"));
        text.Append('\n');
    }

    private static void Operation(StringBuilder text, NetworkDraft draft)
    {
        text.Append("[PATTERNS]\n; 24 hours from midnight\n");
        foreach (var pattern in DayPatterns.All)
        {
            text.Append("; ").Append(pattern.Note).Append('\n');
            foreach (var six in pattern.Factors.Chunk(6))
            {
                text.Append($"{pattern.Id,-10}").Append(string.Join("  ", six.Select(f => F(f, "0.00")))).Append('\n');
            }
        }

        text.Append("\n[CURVES]\n");
        foreach (var curve in draft.Curves)
        {
            text.Append("; ").Append(curve.Note).Append('\n');
            foreach (var (x, y) in curve.Points)
            {
                text.Append($"{curve.Id,-10}{F(x, "0.###"),10}{F(y, "0.###"),10}\n");
            }
        }

        text.Append("\n[CONTROLS]\n; boosters: fill the head tank at the valley tariff, else start when it is low\n");
        text.Append("; plants: line A slows down when the clear well is nearly full, line B runs at full rate when it falls\n");
        text.Append("; transfers X12, X56, X57: throttled while the tank of the zone they feed is nearly full\n");
        draft.Controls.ForEach(c => text.Append(c).Append('\n'));

        text.Append("\n[ENERGY]\nGlobal Efficiency  75\nGlobal Price       0.65\nGlobal Pattern     TARIFF\nDemand Charge      0\n");
        draft.Pumps.ForEach(p => text.Append($"Pump  {p.Id}  Efficiency  {p.EfficiencyCurve}\n"));
        text.Append('\n');
    }

    private static void Demands(StringBuilder text, NetworkDraft draft)
    {
        text.Append("[DEMANDS]\n");
        var table = new Columns(";Node", "L/s", "Pattern", ";Category");
        draft.Demands.ForEach(d => table.Add(d.Node, F(d.Lps, "0.00000"), d.Pattern, ";" + d.Category));
        table.WriteTo(text);
    }

    private static void Fixed(StringBuilder text) => text.Append("""
        [TIMES]
        Duration            24:00
        Hydraulic Timestep  0:15
        Quality Timestep    0:05
        Pattern Timestep    1:00
        Pattern Start       0:00
        Report Timestep     0:15
        Report Start        0:00
        Start ClockTime     12 AM
        Statistic           None

        [REPORT]
        Status   No
        Summary  Yes
        Page     0

        [OPTIONS]
        Units              LPS
        Headloss           H-W
        Specific Gravity   1
        Viscosity          1
        Trials             100
        Accuracy           0.00001
        Unbalanced         Continue 10
        Demand Multiplier  1.0
        Emitter Exponent   0.5
        Quality            None
        Diffusivity        1
        Tolerance          0.01


        """.ReplaceLineEndings("\n"));

    private static void Map(StringBuilder text, NetworkDraft draft)
    {
        text.Append("[TAGS]\n");
        var table = new Columns(";", "ID", "Tag");
        draft.Junctions.ForEach(j => table.Add("NODE", j.Id, j.Tag));
        draft.Reservoirs.ForEach(r => table.Add("NODE", r.Id, r.Tag));
        draft.Tanks.ForEach(t => table.Add("NODE", t.Id, t.Tag));
        draft.Pipes.ForEach(p => table.Add("LINK", p.Id, p.Tag));
        draft.Pumps.ForEach(p => table.Add("LINK", p.Id, p.Tag));
        draft.Valves.ForEach(v => table.Add("LINK", v.Id, v.Tag));
        table.WriteTo(text);

        text.Append("[COORDINATES]\n; metres east and north of 112.37 E, 25.64 N\n");
        table = new(";Node", "X", "Y");
        draft.Reservoirs.ForEach(r => table.Add(r.Id, F(r.Place.X, "0.0"), F(r.Place.Y, "0.0")));
        draft.Tanks.ForEach(t => table.Add(t.Id, F(t.Place.X, "0.0"), F(t.Place.Y, "0.0")));
        draft.Junctions.ForEach(j => table.Add(j.Id, F(j.Place.X, "0.0"), F(j.Place.Y, "0.0")));
        table.WriteTo(text);

        text.Append("[VERTICES]\n");
        table = new(";Link", "X", "Y");
        foreach (var pipe in draft.Pipes)
        {
            foreach (var bend in pipe.Bends)
            {
                table.Add(pipe.Id, F(bend.X, "0.0"), F(bend.Y, "0.0"));
            }
        }

        table.WriteTo(text);
    }

    private static string F(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
