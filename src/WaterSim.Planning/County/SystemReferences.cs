using WaterSim.Model;

namespace WaterSim.Planning.County;

/// <summary>The ids a system file names, each with its place, to be checked once everything is read.</summary>
internal sealed class SystemReferences(DiagnosticBag bag)
{
    private readonly List<(ReferenceKind Kind, YamlText Id, string? Element)> _all = [];

    public void Add(ReferenceKind kind, YamlText? id, string? element)
    {
        if (id is not null)
        {
            _all.Add((kind, id, element));
        }
    }

    /// <summary>Checks every id against what the file itself lists and, where it could be read, the network.</summary>
    public void Check(Network? network, SystemIndex own)
    {
        foreach (var (kind, id, element) in _all)
        {
            switch (kind)
            {
                case ReferenceKind.Town:
                    CheckOwn(own.Towns.Keys, "towns", id, element);
                    break;
                case ReferenceKind.Plant:
                    CheckOwn(own.Plants.Keys, "plants", id, element);
                    break;
                case ReferenceKind.ElevatedTank:
                    CheckOwn(own.Tanks.Keys, "tanks", id, element);
                    break;
                case ReferenceKind.Source:
                    CheckOwn(own.Sources.Keys, "sources", id, element);
                    break;
                case ReferenceKind.Booster:
                    CheckOwn(own.Boosters.Keys, "boosters", id, element);
                    break;
                case ReferenceKind.Interconnection:
                    CheckOwn(own.Interconnections.Keys, "interconnections", id, element);
                    break;
                default:
                    if (network is not null)
                    {
                        CheckNetwork(network, kind, id, element);
                    }

                    break;
            }
        }
    }

    private void CheckOwn(Dictionary<string, YamlText>.KeyCollection known, string section, YamlText id, string? element)
    {
        if (!known.Contains(id.Value))
        {
            bag.Error(
                "WS4016", id.Line, id.Column, $"'{Printable.Text(id.Value)}' is not among the {section}",
                known.Count is > 0 and <= 20 ? $"Known are: {string.Join(", ", known.Order(StringComparer.Ordinal))}." : $"Add it to '{section}:'.",
                element);
        }
    }

    private void CheckNetwork(Network network, ReferenceKind kind, YamlText id, string? element)
    {
        var wantsLink = kind is ReferenceKind.Link or ReferenceKind.Pump or ReferenceKind.Pipe or ReferenceKind.Valve;
        object? found = wantsLink ? network.FindLink(id.Value) : network.FindNode(id.Value);
        var fits = kind switch
        {
            ReferenceKind.Reservoir => found is Reservoir,
            ReferenceKind.Tank => found is Tank,
            ReferenceKind.Storage => found is Tank or Reservoir,
            ReferenceKind.Junction => found is Junction,
            ReferenceKind.Pump => found is Pump,
            ReferenceKind.Pipe => found is Pipe,
            ReferenceKind.Valve => found is Valve,
            _ => found is not null,
        };
        if (fits)
        {
            return;
        }

        var wanted = kind switch
        {
            ReferenceKind.Reservoir => "a reservoir",
            ReferenceKind.Tank => "a tank",
            ReferenceKind.Storage => "a tank or reservoir",
            ReferenceKind.Junction => "a junction",
            ReferenceKind.Pump => "a pump",
            ReferenceKind.Pipe => "a pipe",
            ReferenceKind.Valve => "a valve",
            ReferenceKind.Link => "a link",
            _ => "a node",
        };
        found ??= wantsLink ? network.FindNode(id.Value) : network.FindLink(id.Value);
        if (found is null)
        {
            bag.Error(
                "WS4014", id.Line, id.Column, $"the network has no {wanted[2..]} '{Printable.Text(id.Value)}'",
                "Correct the id (case matters) or add the element to the network.", element);
        }
        else
        {
            bag.Error(
                "WS4015", id.Line, id.Column, $"'{Printable.Text(id.Value)}' is a {NameOf(found)} in the network",
                $"Name {wanted}.", element);
        }
    }

    private static string NameOf(object element) => element switch
    {
        Junction => "junction",
        Reservoir => "reservoir",
        Tank => "tank",
        Pipe => "pipe",
        Pump => "pump",
        Valve => "valve",
        _ => "element",
    };
}
