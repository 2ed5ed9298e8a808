using System.Runtime.InteropServices;
using WaterSim.Model;

namespace WaterSim.Benchmarks.Epanet;

/// <summary>A network that EPANET has open, to run its hydraulics again and again.</summary>
internal sealed class EpanetNetwork : IDisposable
{
    // Toolkit constants: EN_initH's flag 10 starts from initial flows and saves nothing; statistic 0 is the iterations.
    private const int FromInitialFlowsUnsaved = 10;
    private const int Iterations = 0;

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

    /// <summary>The hydraulics of the whole duration: no results are saved, no report is written.</summary>
    public RunEffort Run()
    {
        _library.Check(_library.OpenHydraulics(_project), "EN_openH");
        _library.Check(_library.InitializeHydraulics(_project, FromInitialFlowsUnsaved), "EN_initH");
        var effort = default(RunEffort);
        CLong step;
        do
        {
            _library.Check(_library.RunHydraulics(_project, out _), "EN_runH");
            _library.Statistic(_project, Iterations, out var iterations);
            effort = effort.With((int)iterations);
            _library.Check(_library.NextHydraulics(_project, out step), "EN_nextH");
        }
        while (step.Value > 0);

        _library.Check(_library.CloseHydraulics(_project), "EN_closeH");
        return effort;
    }

    public void Dispose() => _library.Delete(_project);

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
