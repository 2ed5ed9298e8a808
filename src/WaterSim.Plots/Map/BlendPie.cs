using SkiaSharp;
using WaterSim.Model;
using WaterSim.Plots.Drawing;

namespace WaterSim.Plots.Map;

/// <summary>The blend of a community as a small pie.</summary>
/// <param name="At">Where it stands on the map.</param>
/// <param name="Shares">Shares, 0 to 1, one per source.</param>
/// <param name="Radius">Its radius on the sheet.</param>
/// <param name="IsTown">Whether it is a town centre's, which names must not hide.</param>
internal sealed record BlendPie(MapPoint At, double[] Shares, float Radius, bool IsTown)
{
    // A wedge that is narrower cannot be seen.
    private const double Least = 0.02;

    public void Draw(Sheet sheet, SKPoint at, SKColor[] colors)
    {
        var shown = Enumerable.Range(0, Shares.Length).Where(s => Shares[s] >= Least).ToList();
        var sum = shown.Sum(s => Shares[s]);
        sheet.Dot(at.X, at.Y, Radius + 1.4f, SKColors.White);
        if (shown.Count == 0)
        {
            sheet.Ring(at.X, at.Y, Radius, Inks.Soft, 0.8f);
            return;
        }

        // The first wedge is the whole disc; the others lie on it.
        sheet.Dot(at.X, at.Y, Radius, colors[shown[0]]);
        var from = Shares[shown[0]] / sum;
        foreach (var s in shown.Skip(1))
        {
            var to = from + (Shares[s] / sum);
            using var wedge = new SKPath();
            wedge.MoveTo(at);
            var steps = Math.Max(2, (int)Math.Ceiling(24 * (to - from)));
            for (var k = 0; k <= steps; k++)
            {
                var turn = Math.Tau * (from + ((to - from) * k / steps));
                wedge.LineTo(
                    at.X + ((Radius + 0.1f) * (float)Math.Sin(turn)), at.Y - ((Radius + 0.1f) * (float)Math.Cos(turn)));
            }

            wedge.Close();
            sheet.Fill(wedge, colors[s]);
            from = to;
        }
    }
}
