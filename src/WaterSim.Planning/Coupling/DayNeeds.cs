using System.Collections.Immutable;
using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Coupling;

/// <summary>What is needed on a day, and what of it rationing lets be asked for; m3 of the day.</summary>
internal sealed class DayNeeds
{
    private const int Uses = 3;

    public DayNeeds(YearPlan plan, DateOnly date, StageOrders orders)
    {
        Date = date;
        var shapes = ImmutableArray.CreateBuilder<ImmutableArray<double>>(SupplyMap.GroupsPerZone);
        var factors = new double[SupplyMap.GroupsPerZone];
        for (var k = 0; k < SupplyMap.GroupsPerZone; k++)
        {
            var (of, use) = ((CommunityClass)(k / Uses), (WaterUse)(k % Uses));
            factors[k] = plan.Demand.Factor(of, use, date);
            shapes.Add(orders.Restrict(plan.Demand.Shape(of, use, date)));
        }

        Shape = shapes.MoveToImmutable();
        Need = new double[plan.Average.Length];
        Asked = new double[Need.Length];
        Factor = new double[Need.Length];
        for (var g = 0; g < Need.Length; g++)
        {
            var k = g % SupplyMap.GroupsPerZone;
            Need[g] = plan.Average[g] * factors[k];
            Factor[g] = factors[k] * orders.Rations[k];
            Asked[g] = plan.Average[g] * Factor[g];
        }

        var communities = plan.System.Communities;
        Community = new double[communities.Length];
        CommunityAsked = new double[communities.Length * Uses];
        for (var c = 0; c < communities.Length; c++)
        {
            for (var u = 0; u < Uses; u++)
            {
                var k = ((int)communities[c].Class * Uses) + u;
                var need = plan.Demand.Average(c, (WaterUse)u) * factors[k];
                Community[c] += need;
                CommunityAsked[(c * Uses) + u] = need * orders.Rations[k];
            }
        }
    }

    public DateOnly Date { get; }

    /// <summary>Of each group of consumers, if nothing were short.</summary>
    public double[] Need { get; }

    /// <summary>The same, rationed.</summary>
    public double[] Asked { get; }

    /// <summary>Factor on the average day, rationed, -.</summary>
    public double[] Factor { get; }

    /// <summary>Shape of the day by class and use.</summary>
    public ImmutableArray<ImmutableArray<double>> Shape { get; }

    /// <summary>Of each community, if nothing were short.</summary>
    public double[] Community { get; }

    /// <summary>Of each community and use, at community * 3 + use, rationed.</summary>
    public double[] CommunityAsked { get; }
}
