using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using WaterSim.Model;
using WaterSim.Planning.Results;

namespace WaterSim.Cli.Output;

/// <summary>What <c>watersim info</c> prints.</summary>
internal static class InfoReport
{
    /// <summary>Prints lines for a person.</summary>
    public static void Print(IAnsiConsole console, string name, NetworkFacts facts)
    {
        var network = facts.Network;
        var list = new FactList();
        list.Add("Network", network.Title.FirstOrDefault(t => t.Length > 0) is { } title ? $"{name}: {title.Trim()}" : name);
        list.Add(
            "Nodes",
            $"{Say.Counted(Nodes<Junction>(network), "junction")}, {Say.Counted(Nodes<Reservoir>(network), "reservoir")}, "
            + Say.Counted(Nodes<Tank>(network), "tank"));
        list.Add(
            "Links",
            $"{Say.Counted(Links<Pipe>(network), "pipe")}, {Say.Counted(Links<Pump>(network), "pump")}, "
            + Say.Counted(Links<Valve>(network), "valve"));
        list.Add(
            "Operation",
            $"{Say.Counted(network.Patterns.Length, "pattern")}, {Say.Counted(network.Curves.Length, "curve")}, "
            + $"{Say.Counted(network.Controls.Length, "control")}, {Say.Counted(network.Rules.Length, "rule")}");
        list.Add("Demand", $"{Say.Flow(facts.Demand)} m3/d in the mean of the patterns ({Say.Number(facts.Demand * 1000, 1)} L/s)");
        list.Add("Storage", $"{Say.Volume(facts.TankVolume)} m3 between lowest and highest level of the tanks");
        Options(list, network);
        Topology(list, facts);
        list.WriteTo(console);
        console.WriteLine();
        Lengths(console, facts);
    }

    /// <summary>Writes one object for a machine.</summary>
    public static void WriteJson(Utf8JsonWriter json, NetworkFacts facts)
    {
        var network = facts.Network;
        json.WriteStartObject();
        json.WriteString("schema", "watersim-info/1");
        json.WriteStartArray("title");
        foreach (var line in network.Title)
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
        json.WriteStartObject("counts");
        json.WriteNumber("junctions", Nodes<Junction>(network));
        json.WriteNumber("reservoirs", Nodes<Reservoir>(network));
        json.WriteNumber("tanks", Nodes<Tank>(network));
        json.WriteNumber("pipes", Links<Pipe>(network));
        json.WriteNumber("pumps", Links<Pump>(network));
        json.WriteNumber("valves", Links<Valve>(network));
        json.WriteNumber("patterns", network.Patterns.Length);
        json.WriteNumber("curves", network.Curves.Length);
        json.WriteNumber("controls", network.Controls.Length);
        json.WriteNumber("rules", network.Rules.Length);
        json.WriteEndObject();
        json.WriteNumber("demand_m3s", facts.Demand);
        json.WriteNumber("tank_volume_m3", facts.TankVolume);
        json.WriteNumber("pipe_length_m", facts.PipeLength);
        json.WriteStartArray("pipe_lengths_by_diameter");
        foreach (var (upTo, length) in facts.Lengths)
        {
            json.WriteStartObject();
            if (double.IsFinite(upTo))
            {
                json.WriteNumber("up_to_m", upTo);
            }
            else
            {
                json.WriteNull("up_to_m");
            }

            json.WriteNumber("length_m", length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonOptions(json, network);
        JsonTopology(json, facts);
        json.WriteEndObject();
    }

    private static void Options(FactList list, Network network)
    {
        var (options, times) = (network.Options, network.Times);
        list.Add(
            "Options",
            $"{Formula(options.HeadLoss)}, "
            + (options.DemandModel == DemandModel.PressureDriven ? "pressure-driven" : "demand-driven")
            + $", flows in {Words(options.FlowUnits)}, accuracy "
            + options.Accuracy.ToString("G3", CultureInfo.InvariantCulture)
            + $", at most {Say.Counted(options.MaxTrials, "trial")}");
        list.Add(
            "Times",
            times.Duration == TimeSpan.Zero
                ? "one steady state"
                : $"{Say.Duration(times.Duration)}, step {Say.Duration(times.HydraulicStep)}, "
                    + $"reported every {Say.Duration(times.ReportStep)}");
    }

    private static void Topology(FactList list, NetworkFacts facts)
    {
        list.Add(
            "Topology",
            $"{Say.Counted(facts.Components, "connected part")}, "
            + (facts.Unreached == 0 ? "a source reaches every node" : $"no source reaches {Say.Counted(facts.Unreached, "node")}"));
        list.Add(
            "Topology",
            $"{Say.Counted(facts.Loops, "independent loop")}, {Say.Percent(facts.Meshedness, 1)} % of what a planar "
            + $"network could have; {Say.Counted(facts.Bridges, "link")} without a detour (bridges)");
        list.Add(
            "Topology",
            facts.LongestDeadEnd is { } tree
                ? $"{Say.Counted(facts.DeadEnds.Length, "dead-end tree")}; the longest, at node "
                    + $"{facts.Network.Nodes[tree.Root].Id}, has {Say.Counted(tree.Nodes.Length, "node")} and "
                    + $"{Say.Number(facts.LongestDeadEndLength / 1000, 1)} km of pipe"
                : "no dead ends");
    }

    private static void Lengths(IAnsiConsole console, NetworkFacts facts)
    {
        var table = new TextTable("Pipe by diameter", "<mm", "km", "%");
        var from = 0.0;
        foreach (var (upTo, length) in facts.Lengths)
        {
            if (length > 0)
            {
                var name = from == 0 ? $"up to {Millimetres(upTo)}"
                    : double.IsFinite(upTo) ? $"{Millimetres(from)} to {Millimetres(upTo)}"
                    : $"over {Millimetres(from)}";
                table.Add(name, Say.Number(length / 1000, 1), Say.Percent(length / facts.PipeLength, 1));
            }

            from = upTo;
        }

        if (facts.PipeLength > 0)
        {
            table.AddTotal("all", Say.Number(facts.PipeLength / 1000, 1), Say.Percent(1, 1));
        }

        table.WriteTo(console);
    }

    private static void JsonOptions(Utf8JsonWriter json, Network network)
    {
        json.WriteStartObject("options");
        json.WriteString("head_loss", Formula(network.Options.HeadLoss));
        json.WriteString("demand_model", network.Options.DemandModel == DemandModel.PressureDriven ? "pda" : "dda");
        json.WriteString("flow_units", Words(network.Options.FlowUnits));
        json.WriteNumber("accuracy", network.Options.Accuracy);
        json.WriteNumber("trials", network.Options.MaxTrials);
        json.WriteNumber("duration_s", network.Times.Duration.TotalSeconds);
        json.WriteNumber("hydraulic_step_s", network.Times.HydraulicStep.TotalSeconds);
        json.WriteNumber("report_step_s", network.Times.ReportStep.TotalSeconds);
        json.WriteEndObject();
    }

    private static void JsonTopology(Utf8JsonWriter json, NetworkFacts facts)
    {
        json.WriteStartObject("topology");
        json.WriteNumber("components", facts.Components);
        json.WriteNumber("unreached_nodes", facts.Unreached);
        json.WriteNumber("bridges", facts.Bridges);
        json.WriteNumber("loops", facts.Loops);
        json.WriteNumber("meshedness", facts.Meshedness);
        json.WriteNumber("dead_end_trees", facts.DeadEnds.Length);
        if (facts.LongestDeadEnd is { } tree)
        {
            json.WriteStartObject("longest_dead_end_tree");
            json.WriteString("root", facts.Network.Nodes[tree.Root].Id);
            json.WriteNumber("nodes", tree.Nodes.Length);
            json.WriteNumber("length_m", facts.LongestDeadEndLength);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("longest_dead_end_tree");
        }

        json.WriteEndObject();
    }

    private static int Nodes<T>(Network network) => network.Nodes.Count(n => n is T);

    private static int Links<T>(Network network) => network.Links.Count(l => l is T);

    private static string Millimetres(double length) => Say.Number(length * 1000, 0);

    private static string Formula(HeadLossFormula formula) => formula switch
    {
        HeadLossFormula.HazenWilliams => "Hazen-Williams",
        HeadLossFormula.DarcyWeisbach => "Darcy-Weisbach",
        _ => "Chezy-Manning",
    };

    private static string Words(FlowUnits unit) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(unit.ToString()).Replace('-', ' ');
}
