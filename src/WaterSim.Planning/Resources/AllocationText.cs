using System.Globalization;
using System.Text;

namespace WaterSim.Planning.Resources;

/// <summary>Writes a day's linear programme in CPLEX's LP format, which most solvers read.</summary>
internal static class AllocationText
{
    private const int Longest = 100;

    public static string Write(AllocationModel model, AllocationProgram program, AllocationTerms terms)
    {
        var text = new StringBuilder("\\ Allocation of one day: m3 and yuan\nMinimize\n");
        var columns = new List<(int Variable, string Name, double Price, double Upper)>();
        for (var j = 0; j < model.VariableNames.Count; j++)
        {
            var steps = program.StepsOf(j);
            for (var k = 0; k < steps && terms.Upper[j] > 0; k++)
            {
                var name = steps > 1 ? string.Create(CultureInfo.InvariantCulture, $"{Name(model.VariableNames[j])}_{k + 1}") : Name(model.VariableNames[j]);
                columns.Add((j, name, program.PriceOf(terms, j, k), terms.Upper[j] / steps));
            }
        }

        Sum(text, "cost", columns.Select(c => (c.Price, c.Name)));
        text.Append("Subject To\n");
        for (var i = 0; i < model.RowNames.Count; i++)
        {
            var terms1 = columns.SelectMany(c => Enumerable.Range(model.Start[c.Variable], model.Start[c.Variable + 1] - model.Start[c.Variable])
                .Where(e => model.Row[e] == i).Select(e => (model.Value[e], c.Name))).ToList();
            if (terms1.Count > 0)
            {
                Sum(text, Name(model.RowNames[i]), terms1, " = " + Number(terms.Need[i]));
            }
        }

        text.Append("Bounds\n");
        foreach (var (_, name, _, upper) in columns)
        {
            text.Append(" 0 <= ").Append(name).Append(" <= ").Append(Number(upper)).Append('\n');
        }

        return text.Append("End\n").ToString();
    }

    private static void Sum(StringBuilder text, string name, IEnumerable<(double Value, string Name)> terms, string end = "")
    {
        var line = new StringBuilder(" ").Append(name).Append(':');
        foreach (var (value, variable) in terms.Where(t => t.Value != 0))
        {
            var size = Math.Abs(value) == 1 ? "" : Number(Math.Abs(value)) + " ";
            var piece = $" {(value < 0 ? '-' : '+')} {size}{variable}";
            if (line.Length + piece.Length > Longest)
            {
                text.Append(line).Append('\n');
                line.Clear().Append("  ");
            }

            line.Append(piece);
        }

        text.Append(line).Append(end).Append('\n');
    }

    private static string Number(double value) => value.ToString("G9", CultureInfo.InvariantCulture);

    // The format allows few signs in names.
    private static string Name(string name)
    {
        var made = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            made.Append(char.IsAsciiLetterOrDigit(c) || c is '_' or '.' ? c : c > 127 ? $"u{(int)c:X4}" : "_");
        }

        return made.ToString();
    }
}
