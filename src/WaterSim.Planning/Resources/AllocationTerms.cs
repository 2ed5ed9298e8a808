using WaterSim.Planning.County;

namespace WaterSim.Planning.Resources;

/// <summary>
/// A day's numbers for an <see cref="AllocationModel"/>: bounds, prices and what each zone needs.
/// </summary>
/// <remarks>
/// Prices are ordered: what supply can cost at most &lt; passing a link's least &lt; keeping water that tanks were to give &lt; any
/// shortage, in the order of priorities &lt; leakage and the tanks' gain. Penalties are raised, all alike, where the least is not above
/// that. Leakage comes first because it cannot be refused.
/// <para>
/// A reservoir's water costs <c>w (1 - share in the evening)</c>, w the balance weight: its integral over a day's draw v is
/// <c>w (1 - share) v + w v^2 / (2 live capacity)</c>. The county's share would stand in it as a constant alike for all, 1 does as
/// well and never makes stored water dearer to leave than a spring's. Being strictly convex in every flow the programme has one
/// solution: equal sources are drawn alike, and it moves from day to day only as far as its numbers do.
/// </para>
/// </remarks>
internal sealed class AllocationTerms
{
    // yuan/m3 per m3: makes flows unique, and is 0.00003 yuan/m3 at 30,000 m3 a day.
    private const double Tie = 1e-9;

    // yuan/m3: what passes a link for nothing is not passed back and forth.
    private const double Passing = 1e-6;

    // yuan/m3: by this weight equal sources share where the dispatch asks for no balance.
    private const double LeastWeight = 1e-3;

    // Share of its penalty by which a group's last m3 lacking counts more than its first: shortage of one priority is spread.
    private const double Spread = 0.01;

    private readonly AllocationModel _model;
    private readonly double[] _penalty;

    public AllocationTerms(AllocationModel model)
    {
        _model = model;
        _penalty = Penalties(model.System.Dispatch);
        Upper = new double[model.VariableNames.Count];
        Price = new double[Upper.Length];
        Slope = new double[Upper.Length];
        Need = new double[model.RowNames.Count];
        Array.Fill(Slope, Tie);
    }

    public double[] Upper { get; }

    public double[] Price { get; }

    public double[] Slope { get; }

    /// <summary>Right sides of the rows.</summary>
    public double[] Need { get; }

    public void Set(AllocationInput input)
    {
        var model = _model;
        var all = SetNeeds(input);
        var supply = SetSupply(input);
        SetLinks(input, all, supply);
    }

    private double SetNeeds(AllocationInput input)
    {
        var (model, all) = (_model, 0.0);
        for (var z = 0; z < model.Map.Zones.Length; z++)
        {
            var need = input.Extra[z];
            for (var g = z * SupplyMap.GroupsPerZone; g < (z + 1) * SupplyMap.GroupsPerZone; g++)
            {
                Upper[model.Shortage + g] = Math.Max(0, input.Demand[g]);
                need += Upper[model.Shortage + g];
            }

            Need[model.ZoneRow + z] = need;
            Upper[model.Lacking + z] = Math.Max(0, input.Extra[z]);
            Upper[model.Kept + z] = Math.Max(0, -input.Extra[z]);
            all += Math.Abs(need) + Upper[model.Kept + z];
        }

        return all;
    }

    // Returns what a m3 can cost at most, passed on by all links.
    private double SetSupply(AllocationInput input)
    {
        var model = _model;
        double dearest = 0, cheapest = double.PositiveInfinity, loss = 0;
        for (var p = 0; p < model.Operations.Length; p++)
        {
            var cost = CostOf(model.Operations[p]);
            (dearest, cheapest) = (Math.Max(dearest, cost), Math.Min(cheapest, cost));
            loss = Math.Max(loss, model.Operations[p].Loss);
            Upper[model.Output + p] = Math.Max(0, input.PlantCapacity[p]);
            Price[model.Output + p] = model.Operations[p].ChemicalCost + model.Operations[p].EnergyCost;
        }

        Array.Clear(Upper, model.Taken, input.Sources.Length);
        for (var i = 0; i < model.Map.Intakes.Length; i++)
        {
            var (s, p) = (model.Map.Intakes[i].Source, model.Map.Intakes[i].Plant);
            var operation = model.Operations[p];
            Upper[model.Draw + i] = Upper[model.Output + p] / (1 - operation.Loss);
            Upper[model.Taken + s] += Upper[model.Draw + i];

            // A spring's water is lost where it is not drawn: its plant comes first, however dear.
            var first = input.Sources[s].LiveCapacity > 0 ? 0 : (CostOf(operation) - cheapest) * (1 - operation.Loss);
            Price[model.Draw + i] = operation.RawWaterCost - first;
        }

        var weight = Math.Max(0, input.BalanceWeight);
        for (var s = 0; s < input.Sources.Length; s++)
        {
            var source = input.Sources[s];
            var available = source.IsUsed ? Math.Max(0, source.Available) : 0;
            var isStored = source.LiveCapacity > 0;
            Upper[model.Taken + s] = Math.Min(Upper[model.Taken + s], available);
            Price[model.Taken + s] = isStored ? weight * Math.Clamp(1 - source.LiveShare, 0, 1) : 0;
            Slope[model.Taken + s] = isStored ? Math.Max(weight, LeastWeight) / source.LiveCapacity : Tie;
        }

        return dearest + (2 * weight / (1 - loss)) + model.LinkCost.Sum();
    }

    private void SetLinks(AllocationInput input, double all, double dearest)
    {
        var model = _model;
        var give = (1.1 * dearest) + 0.1;
        for (var x = 0; x < model.LinkCost.Length; x++)
        {
            var least = input.LinkLeast[x];
            var most = Math.Max(least, input.LinkMost[x]);
            var cost = model.LinkCost[x] + Passing;
            Set(model.Least + x, Math.Max(0, least), cost - give);
            Set(model.LeastBack + x, Math.Max(0, -most), cost - give);
            Set(model.More + x, Math.Max(0, most) - Math.Max(0, least), cost);
            Set(model.Back + x, Math.Max(0, -least) - Math.Max(0, -most), cost);
        }

        void Set(int variable, double upper, double price) => (Upper[variable], Price[variable]) = (Math.Min(all, upper), price);

        var raise = Math.Max(0, (3 * give) - _penalty.Min());
        for (var g = 0; g < model.Map.GroupCount; g++)
        {
            var penalty = _penalty[g % SupplyMap.GroupsPerZone] + raise;
            Price[model.Shortage + g] = penalty;
            Slope[model.Shortage + g] = Spread * penalty / Math.Max(1, Upper[model.Shortage + g]);
        }

        for (var z = 0; z < model.Map.Zones.Length; z++)
        {
            Price[model.Lacking + z] = 1.1 * (_penalty.Max() + raise);
            Slope[model.Lacking + z] = Spread * Price[model.Lacking + z] / Math.Max(1, Upper[model.Lacking + z]);
            Price[model.Kept + z] = 2 * give;
        }
    }

    // yuan/m3 treated.
    private static double CostOf(PlantOperation plant) =>
        plant.ChemicalCost + plant.EnergyCost + (plant.RawWaterCost / (1 - plant.Loss));

    // By class and use. Who is not named comes after all who are.
    private static double[] Penalties(DispatchScheme? dispatch)
    {
        var named = dispatch?.Priorities ?? [];
        var penalty = new double[SupplyMap.GroupsPerZone];
        Array.Fill(penalty, named.Length > 0 ? named.Min(p => p.Penalty) / 2 : 1);
        foreach (var priority in named)
        {
            penalty[SupplyMap.GroupOf(0, priority.Class, priority.Use)] = priority.Penalty;
        }

        return penalty;
    }
}
