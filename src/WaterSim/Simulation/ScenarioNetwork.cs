using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>A scenario as a network of its own.</summary>
internal static class ScenarioNetwork
{
    /// <summary>The network with the scenario's changes, which have been checked.</summary>
    public static Network Of(ScenarioInput scenario, Network network)
    {
        var added = scenario.AddedDemands.ToLookup(a => a.JunctionId, StringComparer.Ordinal);

        // A demand without pattern follows the network's default pattern; what is added follows its own alone.
        const string Constant = "constant";
        var needsConstant = network.Options.DefaultPatternId is not null && scenario.AddedDemands.Any(a => a.PatternId is null);
        var constant = Constant;
        while (network.FindPattern(constant) is not null)
        {
            constant += "-";
        }

        return network with
        {
            Nodes = [.. network.Nodes.Select(n => n switch
            {
                Junction j => j with { Demands = [.. DemandsOf(j)] },
                Reservoir r when scenario.SourceHeads.TryGetValue(r.Id, out var head) => r with { Head = head },
                Tank t when scenario.SourceHeads.TryGetValue(t.Id, out var head) => t with
                {
                    InitialLevel = Math.Clamp(head - t.Elevation, t.MinimumLevel, t.MaximumLevel),
                },
                _ => n,
            })],
            Links = [.. network.Links.Select(LinkOf)],
            Patterns =
            [
                .. network.Patterns.Select(p => scenario.Patterns.TryGetValue(p.Id, out var own) ? p with { Multipliers = own } : p),
                .. needsConstant ? [new Pattern(constant, [1])] : Array.Empty<Pattern>(),
            ],
        };

        IEnumerable<Demand> DemandsOf(Junction junction)
        {
            var factor = scenario.DemandFactor * scenario.DemandFactors.GetValueOrDefault(junction.Id, 1);
            foreach (var demand in junction.Demands)
            {
                yield return demand with { Base = demand.Base * factor };
            }

            foreach (var more in added[junction.Id])
            {
                yield return new Demand(
                    more.Demand / network.Options.DemandMultiplier, more.PatternId ?? (needsConstant ? constant : null));
            }
        }

        Link LinkOf(Link link)
        {
            var changed = link switch
            {
                Pipe pipe => pipe with
                {
                    Roughness = scenario.Roughness.TryGetValue(pipe.Id, out var own) ? own : pipe.Roughness * scenario.RoughnessFactor,
                },
                Pump pump when scenario.PumpSpeeds.TryGetValue(pump.Id, out var speed) => pump with
                {
                    Speed = speed,
                    InitialStatus = LinkStatus.Open,
                },
                Valve valve when scenario.ValveSettings.TryGetValue(valve.Id, out var setting) => valve with
                {
                    Setting = setting,
                    InitialStatus = LinkStatus.Active,
                },
                _ => link,
            };
            return !scenario.Statuses.TryGetValue(link.Id, out var status) ? changed : changed switch
            {
                Pipe pipe => pipe with { InitialStatus = status },
                Pump pump => pump with { InitialStatus = status },
                Valve valve => valve with { InitialStatus = status },
                _ => changed,
            };
        }
    }
}
