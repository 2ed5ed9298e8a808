namespace WaterSim.Planning.County;

/// <summary>What must hold between <c>economy:</c> and the communities.</summary>
internal sealed class EconomyChecks(CountySystem system, SystemIndex index, DiagnosticBag bag)
{
    public void Check()
    {
        if (system.Demand is null)
        {
            foreach (var blocks in index.BlockTariffs)
            {
                bag.Error(
                    "WS4154", blocks.Line, blocks.Column,
                    "a tariff has blocks of households' use, and the county has no 'demand:' that tells households apart",
                    "Add 'demand:', or give one price by yuan_m3.", "economy tariffs");
            }
        }

        // Of a class that stands twice, one may be meant for the other.
        if (system.Economy is not { } economy || index.Tariffs is not YamlList at
            || economy.Tariffs.DistinctBy(t => t.Class).Count() < at.Items.Count)
        {
            return;
        }

        foreach (var of in Enum.GetValues<CommunityClass>())
        {
            if (economy.Tariffs.All(t => t.Class != of) && system.Communities.Any(c => c.Class == of))
            {
                bag.Error(
                    "WS4151", at.Line, at.Column, $"tariffs leave out class {of.ToString().ToLowerInvariant()}, which has communities",
                    "Add its price.", "economy tariffs");
            }
        }
    }
}
