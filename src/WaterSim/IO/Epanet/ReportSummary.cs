using WaterSim.Model;
using WaterSim.Simulation;

namespace WaterSim.IO.Epanet;

/// <summary>The first block of a report: what was run, and how.</summary>
internal static class ReportSummary
{
    private const double ChlorineDiffusivity = 1.3e-8 * 0.3048 * 0.3048;
    private const double WaterViscosity = 1.1e-5 * 0.3048 * 0.3048;

    public static void Write(ReportLines lines, Network network, ReportRequest request, EpanetQuality quality, string inputFile)
    {
        foreach (var title in network.Title.Take(EpanetFormat.TitleLines))
        {
            lines.Add(title);
        }

        lines.Add("");
        Fact(lines, "Input Data File", $"{inputFile}");
        Fact(lines, "Number of Junctions.", $"{network.Nodes.Count(n => n is Junction)}");
        Fact(lines, "Number of Reservoirs.", $"{network.Nodes.Count(n => n is Reservoir)}");
        Fact(lines, "Number of Tanks", $"{network.Nodes.Count(n => n is Tank)}");
        Fact(lines, "Number of Pipes", $"{network.Links.Count(l => l is Pipe)}");
        Fact(lines, "Number of Pumps", $"{network.Links.Count(l => l is Pump)}");
        Fact(lines, "Number of Valves", $"{network.Links.Count(l => l is Valve)}");
        Options(lines, network, quality);
        Criteria(lines, network, request);
    }

    private static void Options(ReportLines lines, Network network, EpanetQuality quality)
    {
        var options = network.Options;
        var times = network.Times;
        Fact(lines, "Headloss Formula", $"{Formula(options.HeadLoss)}");
        Fact(lines, "Nodal Demand Model", $"{(options.DemandModel == DemandModel.PressureDriven ? "PDA" : "DDA")}");

        // Short steps are given in minutes, the duration with them.
        var inMinutes = times.HydraulicStep < TimeSpan.FromMinutes(30);
        double Shown(TimeSpan time) => inMinutes ? time.TotalMinutes : time.TotalHours;
        var unit = inMinutes ? "min" : "hrs";
        Fact(lines, "Hydraulic Timestep", $"{Shown(times.HydraulicStep):0.00} {unit}");
        Fact(lines, "Hydraulic Accuracy", $"{options.Accuracy:0.000000}");
        Fact(lines, "Status Check Frequency", $"{options.CheckFrequency}");
        Fact(lines, "Maximum Trials Checked", $"{options.MaxCheck}");
        Fact(lines, "Damping Limit Threshold", $"{options.DampLimit:0.000000}");
        Fact(lines, "Maximum Trials", $"{options.MaxTrials}");
        Fact(lines, "Quality Analysis", $"{quality.Analysis}");
        if (quality.Mode != 0)
        {
            Fact(lines, "Water Quality Time Step", $"{new RunClock(times).QualityStep / 60.0:0.00} min");
            Fact(lines, "Water Quality Tolerance", $"{quality.Tolerance:0.00} {quality.Unit}");
        }

        Fact(lines, "Specific Gravity", $"{options.SpecificGravity:0.00}");
        Fact(lines, "Relative Kinematic Viscosity", $"{options.Viscosity / WaterViscosity:0.00}");
        Fact(lines, "Relative Chemical Diffusivity", $"{network.Quality.Diffusivity / ChlorineDiffusivity:0.00}");
        Fact(lines, "Demand Multiplier", $"{options.DemandMultiplier:0.00}");
        Fact(lines, "Total Duration", $"{Shown(times.Duration):0.00} {unit}");
    }

    private static void Criteria(ReportLines lines, Network network, ReportRequest request)
    {
        lines.Add("    Reporting Criteria:");
        lines.Add($"       {Choice(network.Report.AllNodes, request.AnyNodes, "Nodes")}");
        Limits(lines, request.NodeColumns);
        lines.Add($"       {Choice(network.Report.AllLinks, request.AnyLinks, "Links")}");
        Limits(lines, request.LinkColumns);
        lines.Add("");

        static string Choice(bool all, bool any, string what) => $"{(all ? "All" : any ? "Selected" : "No")} {what}";
    }

    private static void Limits(ReportLines lines, IEnumerable<ReportColumn> fields)
    {
        foreach (var field in fields)
        {
            if (field.Below is { } below)
            {
                lines.Add((FormattableString)$"       with {field.Name} below {below:0.00} {field.Unit}");
            }

            if (field.Above is { } above)
            {
                lines.Add((FormattableString)$"       with {field.Name} above {above:0.00} {field.Unit}");
            }
        }
    }

    private static void Fact(ReportLines lines, string name, FormattableString value)
    {
        // EPANET leaves no blank behind the names of junctions and reservoirs; programs may look for its very words.
        const int width = 35;
        lines.Add($"    {(name.EndsWith('.') ? name : name + " ").PadRight(width, '.')} {FormattableString.Invariant(value)}");
    }

    private static string Formula(HeadLossFormula formula) => formula switch
    {
        HeadLossFormula.HazenWilliams => "Hazen-Williams",
        HeadLossFormula.DarcyWeisbach => "Darcy-Weisbach",
        _ => "Chezy-Manning",
    };
}
