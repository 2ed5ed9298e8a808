namespace WaterSim.Planning.Resources;

/// <summary>Where the search for a day's allocation begins, from what was decided the day before.</summary>
internal static class AllocationStart
{
    /// <summary>Sets x to yesterday's flows as far as today's bounds allow; the rows may be open.</summary>
    public static void Set(AllocationModel model, AllocationTerms terms, Allocation before, double[] x)
    {
        Array.Clear(x);
        for (var i = 0; i < before.Draw.Length; i++)
        {
            x[model.Draw + i] = before.Draw[i];
            x[model.Taken + model.Map.Intakes[i].Source] += before.Draw[i];
        }

        before.Output.CopyTo(x, model.Output);
        before.Shortage.CopyTo(x, model.Shortage);
        for (var i = 0; i < before.Transfer.Length; i++)
        {
            Split(before.Transfer[i], model.Least + i, model.More + i);
            Split(-before.Transfer[i], model.LeastBack + i, model.Back + i);
        }

        for (var z = 0; z < before.ExtraShortage.Length; z++)
        {
            (x[model.Lacking + z], x[model.Kept + z]) = (before.ExtraShortage[z], -before.ExtraShortage[z]);
        }

        for (var j = 0; j < x.Length; j++)
        {
            x[j] = Math.Clamp(x[j], 0, terms.Upper[j]);
        }

        void Split(double flow, int least, int more)
        {
            x[least] = Math.Min(Math.Max(flow, 0), terms.Upper[least]);
            x[more] = Math.Max(flow, 0) - x[least];
        }
    }
}
