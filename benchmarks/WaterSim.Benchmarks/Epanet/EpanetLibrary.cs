using System.Runtime.InteropServices;
using System.Text;

namespace WaterSim.Benchmarks.Epanet;

/// <summary>
/// EPANET's toolkit, version 2.2 or later: the shared library that the environment variable EPANET_LIBRARY names.
/// Functions are found by name when it is loaded. It is called from one thread.
/// </summary>
internal sealed class EpanetLibrary
{
    /// <summary>Name of the environment variable that holds the library's path.</summary>
    public const string Variable = "EPANET_LIBRARY";

    // Codes up to 100 are warnings of a run that goes on, such as negative pressures.
    private const int LastWarning = 100;

    // Where reports go that nobody reads.
    private static readonly string NullDevice = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";

    private readonly string _path;
    private readonly OpenProject _open;
    private readonly CodeText _codeText;
    private readonly QualityTypeOf _setQuality;

    private EpanetLibrary(string path, nint handle)
    {
        _path = path;
        Create = Find<CreateProject>(handle, "EN_createproject");
        Delete = Find<OfProject>(handle, "EN_deleteproject");
        _open = Find<OpenProject>(handle, "EN_open");
        Close = Find<OfProject>(handle, "EN_close");
        SetDemandModel = Find<DemandModelOf>(handle, "EN_setdemandmodel");
        GetOption = Find<OptionOf>(handle, "EN_getoption");
        SetOption = Find<SetOptionOf>(handle, "EN_setoption");
        SetTime = Find<SetTimeOf>(handle, "EN_settimeparam");
        OpenHydraulics = Find<OfProject>(handle, "EN_openH");
        InitializeHydraulics = Find<OfProjectWithFlag>(handle, "EN_initH");
        RunHydraulics = Find<TimeOf>(handle, "EN_runH");
        NextHydraulics = Find<TimeOf>(handle, "EN_nextH");
        CloseHydraulics = Find<OfProject>(handle, "EN_closeH");
        OpenQuality = Find<OfProject>(handle, "EN_openQ");
        InitializeQuality = Find<OfProjectWithFlag>(handle, "EN_initQ");
        RunQuality = Find<TimeOf>(handle, "EN_runQ");
        NextQuality = Find<TimeOf>(handle, "EN_nextQ");
        CloseQuality = Find<OfProject>(handle, "EN_closeQ");
        _setQuality = Find<QualityTypeOf>(handle, "EN_setqualtype");
        Statistic = Find<StatisticOf>(handle, "EN_getstatistic");
        _codeText = Find<CodeText>(handle, "EN_geterror");
        Find<VersionNumber>(handle, "EN_getversion")(out var version);
        Version = FormattableString.Invariant($"{version / 10_000}.{version / 100 % 100}.{version % 100}");
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int CreateProject(out nint project);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int OfProject(nint project);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int OfProjectWithFlag(nint project, int flag);

    /// <summary>C's long: 32 bits on Windows, 64 elsewhere.</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int TimeOf(nint project, out CLong seconds);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int StatisticOf(nint project, int code, out double value);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int OptionOf(nint project, int option, out double value);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int SetOptionOf(nint project, int option, double value);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int SetTimeOf(nint project, int parameter, CLong seconds);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int DemandModelOf(nint project, int model, double minimum, double required, double exponent);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int OpenProject(
        nint project,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string input,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string report,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string output);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int QualityTypeOf(
        nint project,
        int kind,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string chemical,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string unit,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string tracedNode);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber(out int version);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int CodeText(int code, [Out] byte[] text, int length);

    /// <summary>Its version, such as 2.3.5.</summary>
    public string Version { get; }

    public CreateProject Create { get; }

    public OfProject Delete { get; }

    public OfProject Close { get; }

    public DemandModelOf SetDemandModel { get; }

    public OptionOf GetOption { get; }

    public SetOptionOf SetOption { get; }

    public SetTimeOf SetTime { get; }

    public OfProject OpenHydraulics { get; }

    public OfProjectWithFlag InitializeHydraulics { get; }

    public TimeOf RunHydraulics { get; }

    public TimeOf NextHydraulics { get; }

    public OfProject CloseHydraulics { get; }

    public OfProject OpenQuality { get; }

    public OfProjectWithFlag InitializeQuality { get; }

    public TimeOf RunQuality { get; }

    public TimeOf NextQuality { get; }

    public OfProject CloseQuality { get; }

    public StatisticOf Statistic { get; }

    /// <summary>The library that the environment names, or null where it names none.</summary>
    /// <exception cref="InvalidOperationException">What it names cannot be used; the message says why.</exception>
    public static EpanetLibrary? FromEnvironment()
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(path))
        {
            return null;
        }

        try
        {
            return new EpanetLibrary(path, NativeLibrary.Load(path));
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new InvalidOperationException($"{Variable} names '{path}', which cannot be loaded: {e.Message}", e);
        }
    }

    /// <summary>Opens an INP file in a project; neither report nor results are kept.</summary>
    public void Open(nint project, string input) => Check(_open(project, input, NullDevice, ""), "EN_open");

    /// <summary>Sets what a project's quality follows.</summary>
    public void SetQuality(nint project, int kind, string tracedNode) =>
        Check(_setQuality(project, kind, "", "", tracedNode), "EN_setqualtype");

    /// <summary>Reads an INP file and forgets it again.</summary>
    public void OpenAndClose(string input)
    {
        Check(Create(out var project), "EN_createproject");
        try
        {
            Open(project, input);
            Check(Close(project), "EN_close");
        }
        finally
        {
            Delete(project);
        }
    }

    /// <summary>Throws where a function returned an error; warnings pass.</summary>
    public void Check(int code, string function)
    {
        if (code > LastWarning)
        {
            throw Failure(code, function);
        }
    }

    private InvalidOperationException Failure(int code, string function)
    {
        var text = new byte[256];
        _codeText(code, text, text.Length);
        var length = Array.IndexOf(text, (byte)0);
        return new InvalidOperationException(
            $"{function} of EPANET {Version} returned {code}: {Encoding.UTF8.GetString(text, 0, length)}");
    }

    private T Find<T>(nint handle, string name)
        where T : Delegate => NativeLibrary.TryGetExport(handle, name, out var address)
        ? Marshal.GetDelegateForFunctionPointer<T>(address)
        : throw new InvalidOperationException(
            $"{Variable} names '{_path}', which is no EPANET toolkit of version 2.2 or later: it has no {name}.");
}
