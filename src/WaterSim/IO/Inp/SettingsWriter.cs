using System.Globalization;
using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>[ENERGY], [TIMES], [OPTIONS], and between them the sections that are kept word for word.</summary>
internal static class SettingsWriter
{
    /// <summary>Kept sections that have their place in the file.</summary>
    public static readonly IReadOnlySet<string> PlacedSections = new HashSet<string>(StringComparer.Ordinal)
    {
        "ROUGHNESS", "LABELS", "BACKDROP",
    };

    public static void Write(InpLayout layout, Network network, FileUnits units)
    {
        Energy(layout, network);
        QualityWriter.Write(layout, network);
        InpWriter.Preserved(layout, network, "ROUGHNESS");
        Times(layout, network.Times);
        ReportWriter.Write(layout, network, units);
        Options(layout, network, units);
    }

    private static void Energy(InpLayout layout, Network network)
    {
        var energy = network.Energy;
        layout.Section("ENERGY");
        layout.Row(null, "Global Efficiency", InpFormat.Shortest(energy.Efficiency));
        layout.Row(null, "Global Price", InpFormat.Shortest(energy.Price));
        if (energy.PricePatternId is { } pattern)
        {
            layout.Row(null, "Global Pattern", InpFormat.Id(pattern));
        }

        layout.Row(null, "Demand Charge", InpFormat.Shortest(energy.DemandCharge));
        foreach (var pump in network.Links.OfType<Pump>())
        {
            var id = InpFormat.Id(pump.Id);
            if (pump.EfficiencyCurveId is { } curve)
            {
                layout.Row(null, "Pump", id, "Efficiency", InpFormat.Id(curve));
            }

            if (pump.EnergyPrice is { } price)
            {
                layout.Row(null, "Pump", id, "Price", InpFormat.Shortest(price));
            }

            if (pump.PricePatternId is { } prices)
            {
                layout.Row(null, "Pump", id, "Pattern", InpFormat.Id(prices));
            }
        }
    }

    private static void Times(InpLayout layout, TimeOptions times)
    {
        layout.Section("TIMES");
        layout.Row(null, "Duration", InpFormat.Time(times.Duration));
        layout.Row(null, "Hydraulic Timestep", InpFormat.Time(times.HydraulicStep));
        if (times.QualityStep is { } quality)
        {
            layout.Row(null, "Quality Timestep", InpFormat.Time(quality));
        }

        if (times.RuleStep is { } rule)
        {
            layout.Row(null, "Rule Timestep", InpFormat.Time(rule));
        }

        layout.Row(null, "Pattern Timestep", InpFormat.Time(times.PatternStep));
        layout.Row(null, "Pattern Start", InpFormat.Time(times.PatternStart));
        layout.Row(null, "Report Timestep", InpFormat.Time(times.ReportStep));
        layout.Row(null, "Report Start", InpFormat.Time(times.ReportStart));
        layout.Row(null, "Start ClockTime", InpFormat.Time(times.StartClockTime));
        layout.Row(null, "Statistic", times.Statistic switch
        {
            ReportStatistic.Average => "AVERAGE",
            ReportStatistic.Minimum => "MINIMUM",
            ReportStatistic.Maximum => "MAXIMUM",
            ReportStatistic.Range => "RANGE",
            _ => "NONE",
        });
    }

    private static void Options(InpLayout layout, Network network, FileUnits units)
    {
        var o = network.Options;
        layout.Section("OPTIONS");
        layout.Row(null, "Units", InpWords.Of(o.FlowUnits));
        if (o.PressureUnits is { } pressure)
        {
            layout.Row(null, "Pressure", InpWords.Of(pressure));
        }

        layout.Row(null, "Headloss", InpWords.Of(o.HeadLoss));
        layout.Row(null, "Specific Gravity", InpFormat.Shortest(o.SpecificGravity));
        layout.Row(
            null, "Viscosity",
            InpFormat.Number(o.Viscosity, units.ViscosityFromSI(o.Viscosity), units.ViscosityToSI));
        layout.Row(null, "Trials", Integer(o.MaxTrials));
        layout.Row(null, "Accuracy", InpFormat.Shortest(o.Accuracy));
        layout.Row(null, "CHECKFREQ", Integer(o.CheckFrequency));
        layout.Row(null, "MAXCHECK", Integer(o.MaxCheck));
        Unless(o.DampLimit == 0, "DAMPLIMIT", InpFormat.Shortest(o.DampLimit));
        Unless(o.HeadError == 0, "HEADERROR", InpFormat.Number(o.HeadError, units.FactorToSI(Quantity.Length)));
        Unless(o.FlowChange == 0, "FLOWCHANGE", InpFormat.Number(o.FlowChange, units.FactorToSI(Quantity.Flow)));
        layout.Row(null, "Unbalanced", o.Unbalanced == UnbalancedAction.Stop
            ? "Stop"
            : $"Continue {Integer(o.UnbalancedExtraTrials)}");
        if (o.DefaultPatternId is { } pattern)
        {
            layout.Row(null, "Pattern", InpFormat.Id(pattern));
        }
        else if (network.FindPattern("1") is not null)
        {
            // EPANET takes pattern 1 unless another is named; the empty name is the constant pattern.
            layout.Row(null, "Pattern", "\"\"");
        }

        layout.Row(null, "Demand Multiplier", InpFormat.Shortest(o.DemandMultiplier));
        layout.Row(null, "Emitter Exponent", InpFormat.Shortest(o.EmitterExponent));
        Unless(o.EmitterBackflow, "Backflow Allowed", "NO");
        Unless(o.DemandModel == DemandModel.DemandDriven, "Demand Model", "PDA");
        Pressures(layout, o, units);
        QualityWriter.WriteOptions(layout, network);
        InpWriter.PreservedLines(layout, network, "OPTIONS");

        void Unless(bool isDefault, string name, string value)
        {
            if (!isDefault)
            {
                layout.Row(null, name, value);
            }
        }
    }

    // EPANET refuses a required pressure less than 0.1 above the minimum one, in the file's unit, and takes just that
    // where none is given: so it is left out where it is no more than that.
    private static void Pressures(InpLayout layout, HydraulicOptions o, FileUnits units)
    {
        var factor = units.FactorToSI(Quantity.Pressure);
        if (o.MinimumPressure != 0)
        {
            layout.Row(null, "Minimum Pressure", InpFormat.Number(o.MinimumPressure, factor));
        }

        var difference = (o.RequiredPressure - o.MinimumPressure) / factor;
        if (difference > OptionsAssembler.LeastPressureDifference + 1e-9)
        {
            layout.Row(null, "Required Pressure", InpFormat.Number(o.RequiredPressure, factor));
        }

        if (o.PressureExponent != 0.5)
        {
            layout.Row(null, "Pressure Exponent", InpFormat.Shortest(o.PressureExponent));
        }
    }

    private static string Integer(int value) => value.ToString(CultureInfo.InvariantCulture);
}
