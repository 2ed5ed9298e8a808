using System.Runtime.InteropServices;
using WaterSim.Model;
using WaterSim.Quality;

namespace WaterSim.Benchmarks.Epanet;

/// <summary>A network that EPANET has open, to run its hydraulics and its quality again and again.</summary>
internal sealed class EpanetNetwork : IDisposable
{
    // Toolkit constants: EN_initH's flag 10 starts from initial flows and saves nothing, 11 saves; EN_initQ's 0 saves nothing;
    // statistic 0 is the iterations, option 4 the multiplier of all demands, time parameter 0 the duration; quality types 2
    // and 3 are age and trace.
    private const int FromInitialFlowsUnsaved = 10;
    private const int FromInitialFlowsSaved = 11;
    private const int Unsaved = 0;
    private const int Iterations = 0;
    private const int DemandMultiplier = 4;
    private const int Duration = 0;
    private const int Age = 2;
    private const int Trace = 3;

    private readonly EpanetLibrary _library;
    private readonly nint _project;

    private EpanetNetwork(EpanetLibrary library, nint project)
    {
        _library = library;
        _project = project;
    }

    /// <summary>Opens a network's file, with the demand model of its options.</summary>
    /// <exception cref="InvalidOperationException">EPANET refuses it; the message says why.</exception>
    public static EpanetNetwork Open(EpanetLibrary library, string path, HydraulicOptions options)
    {
        library.Check(library.Create(out var project), "EN_createproject");
        var network = new EpanetNetwork(library, project);
        try
        {
            library.Open(project, path);
            network.SetDemandModel(options);
            return network;
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    /// <summary>Makes runs of it end with the first solution.</summary>
    public void SetNoDuration() => _library.Check(_library.SetTime(_project, Duration, new CLong(0)), "EN_settimeparam");

    /// <summary>Makes runs of its quality follow age or a trace.</summary>
    public void Follow(QualityAnalysis analysis)
    {
        var kind = analysis.Kind switch
        {
            QualityKind.Age => Age,
            QualityKind.Trace => Trace,
            _ => throw new ArgumentException($"EPANET is not asked for {analysis}.", nameof(analysis)),
        };
        _library.SetQuality(_project, kind, analysis.NodeId ?? "");
    }

    /// <summary>The hydraulics of the whole duration: no results are saved, no report is written.</summary>
    public RunEffort Run() => RunHydraulics(FromInitialFlowsUnsaved);

    /// <summary>The hydraulics of the whole duration, saved for <see cref="RunQuality"/>.</summary>
    public RunEffort SaveHydraulics() => RunHydraulics(FromInitialFlowsSaved);

    /// <summary>The quality of the whole duration, after hydraulics that were saved: no results are saved.</summary>
    public void RunQuality()
    {
        _library.Check(_library.OpenQuality(_project), "EN_openQ");
        _library.Check(_library.InitializeQuality(_project, Unsaved), "EN_initQ");
        CLong step;
        do
        {
            _library.Check(_library.RunQuality(_project, out _), "EN_runQ");
            _library.Check(_library.NextQuality(_project, out step), "EN_nextQ");
        }
        while (step.Value > 0);

        _library.Check(_library.CloseQuality(_project), "EN_closeQ");
    }

    /// <summary>The same for several factors on all demands, -, one after the other; the matrix is analysed once.</summary>
    public RunEffort Run(ReadOnlySpan<double> demandFactors)
    {
        _library.Check(_library.GetOption(_project, DemandMultiplier, out var multiplier), "EN_getoption");
        _library.Check(_library.OpenHydraulics(_project), "EN_openH");
        var effort = default(RunEffort);
        foreach (var factor in demandFactors)
        {
            _library.Check(_library.SetOption(_project, DemandMultiplier, multiplier * factor), "EN_setoption");
            effort = RunOpen(effort, FromInitialFlowsUnsaved);
        }

        _library.Check(_library.CloseHydraulics(_project), "EN_closeH");
        _library.Check(_library.SetOption(_project, DemandMultiplier, multiplier), "EN_setoption");
        return effort;
    }

    public void Dispose() => _library.Delete(_project);

    private RunEffort RunHydraulics(int flag)
    {
        _library.Check(_library.OpenHydraulics(_project), "EN_openH");
        var effort = RunOpen(default, flag);
        _library.Check(_library.CloseHydraulics(_project), "EN_closeH");
        return effort;
    }

    private RunEffort RunOpen(RunEffort effort, int flag)
    {
        _library.Check(_library.InitializeHydraulics(_project, flag), "EN_initH");
        CLong step;
        do
        {
            _library.Check(_library.RunHydraulics(_project, out _), "EN_runH");
            _library.Statistic(_project, Iterations, out var iterations);
            effort = effort.With((int)iterations);
            _library.Check(_library.NextHydraulics(_project, out step), "EN_nextH");
        }
        while (step.Value > 0);

        return effort;
    }

    // Pressures in the unit of the file.
    private void SetDemandModel(HydraulicOptions options)
    {
        var units = FileUnits.Of(options);
        var code = _library.SetDemandModel(
            _project,
            options.DemandModel == DemandModel.PressureDriven ? 1 : 0,
            units.FromSI(Quantity.Pressure, options.MinimumPressure),
            units.FromSI(Quantity.Pressure, options.RequiredPressure),
            options.PressureExponent);
        _library.Check(code, "EN_setdemandmodel");
    }
}
