namespace WaterSim.Planning.County;

/// <summary>What must hold between a county's sources and what <c>resources:</c> says of their water.</summary>
internal sealed class ResourceChecks(CountySystem system, SystemIndex index, DiagnosticBag bag)
{
    public void Check()
    {
        if (system.Resources is null)
        {
            return;
        }

        foreach (var source in system.Sources.DistinctBy(s => s.Id))
        {
            if (!index.Sources.TryGetValue(source.Id, out var at))
            {
                continue;
            }

            var isSpring = source.Kind == SourceKind.Spring;
            if (!index.Waters.TryGetValue(source.Id, out var water))
            {
                bag.Error(
                    "WS4030", at.Line, at.Column, isSpring ? "nothing is said of what it yields" : "nothing is said of its storage",
                    $"Add it to '{(isSpring ? "springs" : "reservoirs")}:' of 'resources:'.", $"source {source.Id}");
            }
            else if (water.Kind != source.Kind)
            {
                bag.Error(
                    "WS4031", water.Id.Line, water.Id.Column,
                    $"'{source.Id}' is a {(isSpring ? "spring" : "reservoir")} among the sources",
                    $"Tell of it under '{(isSpring ? "springs" : "reservoirs")}:', or correct its kind in line {at.Line.ToString(System.Globalization.CultureInfo.InvariantCulture)}.",
                    $"resources {source.Id}");
            }
        }
    }
}
