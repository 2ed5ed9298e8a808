using System.Collections.Immutable;

namespace WaterSim.Planning.Resources;

/// <summary>Reads an allocation out of a settled <see cref="AllocationModel"/>.</summary>
internal static class AllocationReading
{
    // Share of a limit by which it may be missed and still bind, and yuan/m3 from which it is worth a word.
    private const double Near = 1e-7;
    private const double LeastWorth = 1e-6;

    public static Allocation Read(
        AllocationModel model, AllocationTerms terms, AllocationRefinement settled, AllocationInput input, double[] x)
    {
        double[] transfer = new double[model.LinkCost.Length];
        var cost = 0.0;
        for (var i = 0; i < transfer.Length; i++)
        {
            transfer[i] = x[model.Least + i] + x[model.More + i] - x[model.LeastBack + i] - x[model.Back + i];
            cost += Math.Abs(transfer[i]) * model.LinkCost[i];
        }

        for (var p = 0; p < model.Operations.Length; p++)
        {
            cost += x[model.Output + p] * (model.Operations[p].ChemicalCost + model.Operations[p].EnergyCost);
        }

        double[] lacking = new double[model.Map.Zones.Length];
        for (var z = 0; z < lacking.Length; z++)
        {
            lacking[z] = x[model.Lacking + z] - x[model.Kept + z];
        }

        for (var i = 0; i < model.Map.Intakes.Length; i++)
        {
            cost += x[model.Draw + i] * model.Operations[model.Map.Intakes[i].Plant].RawWaterCost;
        }

        return new Allocation
        {
            Draw = [.. x.AsSpan(model.Draw, model.Map.Intakes.Length)],
            Output = [.. x.AsSpan(model.Output, model.Operations.Length)],
            Transfer = [.. transfer],
            Shortage = [.. x.AsSpan(model.Shortage, model.Map.GroupCount)],
            ExtraShortage = [.. lacking],
            Cost = cost,
            Limits = Limits(model, terms, settled, input, x),
        };
    }

    private static ImmutableArray<BindingLimit> Limits(
        AllocationModel model, AllocationTerms terms, AllocationRefinement settled, AllocationInput input, double[] x)
    {
        var found = ImmutableArray.CreateBuilder<BindingLimit>();
        for (var s = 0; s < input.Sources.Length; s++)
        {
            var limit = Math.Max(0, input.Sources[s].Available);
            if (input.Sources[s].IsUsed && terms.Upper[model.Taken + s] >= limit)
            {
                Add(LimitKind.Source, model.System.Sources[s].Id, model.Taken + s, limit);
            }
        }

        for (var p = 0; p < model.Operations.Length; p++)
        {
            Add(LimitKind.Plant, model.System.Plants[p].Id, model.Output + p, terms.Upper[model.Output + p]);
        }

        for (var i = 0; i < model.LinkCost.Length; i++)
        {
            var (least, most) = (input.LinkLeast[i], Math.Max(input.LinkLeast[i], input.LinkMost[i]));
            var id = model.System.Interconnections[i].Id;
            if (most >= 0 && Bound(model.More + i) && Bound(model.Least + i))
            {
                Add(LimitKind.Link, id, model.More + i, most);
            }

            // What runs one way only is not held back by not running the other; what is shut is, both ways.
            if ((least < 0 || (least == 0 && most == 0)) && Bound(model.Back + i) && Bound(model.LeastBack + i))
            {
                Add(LimitKind.Link, id, model.Back + i, -least);
            }
        }

        return found.ToImmutable();

        bool Bound(int variable) => x[variable] >= terms.Upper[variable] - (Near * (1 + terms.Upper[variable]));

        void Add(LimitKind kind, string element, int variable, double limit)
        {
            if (Bound(variable) && settled.Saving(terms, x, variable) is > LeastWorth and var worth)
            {
                found.Add(new BindingLimit(kind, element, limit, worth));
            }
        }
    }
}
