using JiaheLayout.Draft;

namespace JiaheLayout.Layout;

/// <summary>
/// Sizes a tree so that its longest path loses a given head at the largest day's peak, every pipe with the same slope.
/// Pipes come parents first.
/// </summary>
internal static class TreeSizing
{
    /// <summary>Steepest slope allowed (m per m): keeps velocities sane on short paths.</summary>
    private const double MaxSlope = 0.005;

    public static void AddPipes(NetworkDraft draft, List<TreePipe> tree, PipeSize[] sizes, double lossM, string tag)
    {
        Dictionary<string, double> reach = new(StringComparer.Ordinal);
        Dictionary<string, double> flow = new(StringComparer.Ordinal);
        foreach (var pipe in tree)
        {
            reach[pipe.To] = reach.GetValueOrDefault(pipe.From) + pipe.LengthM;
            flow[pipe.To] = pipe.Lps;
        }

        foreach (var pipe in Enumerable.Reverse(tree))
        {
            flow[pipe.From] = flow.GetValueOrDefault(pipe.From) + flow[pipe.To];
        }

        var slope = Math.Min(MaxSlope, lossM / reach.Values.Max());
        foreach (var pipe in tree)
        {
            var size = PipeSizes.Choose(sizes, flow[pipe.To], slope);
            draft.AddPipe($"P-{pipe.To}", pipe.From, pipe.To, size, tag, pipe.Bends, lengthM: pipe.LengthM);
        }
    }
}
