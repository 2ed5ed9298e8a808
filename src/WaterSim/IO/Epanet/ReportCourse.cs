using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.IO.Epanet;

/// <summary>The course of a run: each solution, and what changed at the reported times.</summary>
internal static class ReportCourse
{
    private const double StillFlow = 0.001 * 0.3048 * 0.3048 * 0.3048;

    public static void Write(ReportLines lines, SimulationResults results)
    {
        lines.Add("Hydraulic Status:");
        lines.Add(new string('-', 71));
        var k = 0;
        foreach (var step in results.Steps)
        {
            var time = TimeSpan.FromSeconds(step.Time);
            var clock = ReportLines.Clock(time).PadLeft(10);
            lines.Add(step.Converged
                ? $"{clock}: Balanced after {step.Iterations} trials"
                : FormattableString.Invariant(
                    $"{clock}: Unbalanced after {step.Iterations} trials (flow change = {step.RelativeFlowChange:0.000000})"));

            // Times between two solutions are reported from the earlier one.
            for (; k < results.Times.Length && results.Times[k] <= time; k++)
            {
                Changes(lines, results, k);
            }

            lines.Add("");
        }
    }

    public static void WriteBalance(ReportLines lines, SimulationResults results)
    {
        var units = FileUnits.Of(results.Network.Options);
        var balance = results.Balance;
        var last = results.Steps.Length > 0 ? results.Steps[^1] : default;
        double seconds = Math.Max(last.Time + last.Length, 0);
        seconds = seconds > 0 ? seconds : 3600;
        var outflow = balance.Delivered + balance.Overflow;
        var source = balance.FromReservoirs - balance.StorageChange;
        lines.Add($"Hydraulic Flow Balance ({ReportUnits.Flow(units.Flow)})");
        lines.Add(new string('=', 32));
        Row("Total Inflow:", balance.FromReservoirs);
        Row("Consumer Demand:", balance.Required);
        Row("Demand Deficit:", Math.Max(0, balance.Required - (balance.Delivered - balance.Leaked)));
        Row("Leakage Flow:", balance.Leaked);
        Row("Tank Overflow:", balance.Overflow);
        Row("Total Outflow:", outflow);
        Row("Storage Flow:", balance.StorageChange);
        lines.Add(FormattableString.Invariant($"{"Flow Ratio:",-18}{(source == 0 ? 1 : outflow / source),14:0.000}"));
        lines.Add(new string('=', 32));
        lines.Add("");

        void Row(string name, double volume) => lines.Add(FormattableString.Invariant(
            $"{name,-18}{units.FromSI(Quantity.Flow, volume / seconds),14:0.000}"));
    }

    /// <summary>Where the substance came from and went to, or nothing where none was followed.</summary>
    public static void WriteBalance(ReportLines lines, EpanetQuality quality)
    {
        if (quality.Balance is not { } balance)
        {
            return;
        }

        lines.Add($"Water Quality Mass Balance ({quality.MassUnit})");
        lines.Add(new string('=', 32));
        Row("Initial Mass:", balance.Initial);
        Row("Mass Inflow:", balance.Added);
        Row("Mass Outflow:", balance.Removed);
        Row("Mass Reacted:", balance.ReactedInPipes + balance.ReactedAtWalls + balance.ReactedInTanks);
        Row("Final Mass:", balance.Final);
        lines.Add(FormattableString.Invariant($"{"Mass Ratio:",-20}{balance.Ratio:0.00000}"));
        lines.Add(new string('=', 32));
        lines.Add("");

        void Row(string name, double part) => lines.Add(FormattableString.Invariant(
            $"{name,-19}{quality.Mass(part),12:0.00000e+00}"));
    }

    private static void Changes(ReportLines lines, SimulationResults results, int k)
    {
        var network = results.Network;
        var units = FileUnits.Of(network.Options);
        var clock = ReportLines.Clock(results.Times[k]).PadLeft(10);
        for (var i = 0; i < network.Nodes.Length; i++)
        {
            if (network.Nodes[i] is Junction)
            {
                continue;
            }

            var now = Filling(results.Demands(k)[i]);
            if (k == 0 ? now != "closed" : now != Filling(results.Demands(k - 1)[i]))
            {
                var level = network.Nodes[i] is Tank tank
                    ? FormattableString.Invariant(
                        $" at {units.FromSI(Quantity.Length, results.Heads(k)[i] - tank.Elevation):0.00} {ReportUnits.Length(units)}")
                    : "";
                lines.Add($"{clock}: {(level.Length > 0 ? "Tank" : "Reservoir")} {network.Nodes[i].Id} is {now}{level}");
            }
        }

        for (var i = 0; k > 0 && i < network.Links.Length; i++)
        {
            var (before, now) = (results.Statuses(k - 1)[i], results.Statuses(k)[i]);
            if (before != now)
            {
                lines.Add($"{clock}: {KindOf(network.Links[i])} {network.Links[i].Id} changed from {Word(before)} to {Word(now)}");
            }
        }
    }

    private static string Filling(double inflow) =>
        Math.Abs(inflow) < StillFlow ? "closed" : inflow > 0 ? "filling" : "emptying";

    private static string Word(LinkStatus status) => status switch
    {
        LinkStatus.Closed => "closed",
        LinkStatus.Open => "open",
        _ => "active",
    };

    /// <summary>EPANET's word for a kind of link.</summary>
    public static string KindOf(Link link) => link switch
    {
        Pipe => "Pipe",
        Pump => "Pump",
        Valve { Kind: ValveKind.PressureReducing } => "PRV",
        Valve { Kind: ValveKind.PressureSustaining } => "PSV",
        Valve { Kind: ValveKind.PressureBreaker } => "PBV",
        Valve { Kind: ValveKind.FlowControl } => "FCV",
        Valve { Kind: ValveKind.ThrottleControl } => "TCV",
        Valve { Kind: ValveKind.GeneralPurpose } => "GPV",
        _ => "PCV",
    };
}
