namespace WaterSim.Tests.Architecture;

/// <summary>The arrows of ARCHITECTURE.md inside the engine, and what only its outermost layer may touch.</summary>
internal static class Layers
{
    private const string Root = "WaterSim";
    private const string LinearAlgebra = "WaterSim.Hydraulics.Linear";
    private const string Numerics = "WaterSim.Numerics";
    private const string Generation = "WaterSim.Generation";

    // A layer uses itself and those before it.
    private static readonly string[] Order =
        ["Numerics", "Model", "Generation", "Topology", "Hydraulics", "Quality", "Simulation", "IO"];

    private static readonly string[] OutsideNamespaces =
    [
        "System.IO", "System.Net", "System.Security.Cryptography", "Microsoft.Win32",
    ];

    private static readonly string[] OutsideTypes =
    [
        "System.Console", "System.TimeProvider", "System.AppContext", "System.Diagnostics.Stopwatch",
        "System.Diagnostics.Process", "System.Threading.Timer", "System.Threading.PeriodicTimer",
        "MathNet.Numerics.Random.RandomSeed",
    ];

    private static readonly string[] OutsideMembers =
    [
        "System.DateTime.get_Now(0)", "System.DateTime.get_UtcNow(0)", "System.DateTime.get_Today(0)",
        "System.DateTimeOffset.get_Now(0)", "System.DateTimeOffset.get_UtcNow(0)",
        "System.Random.get_Shared(0)", "System.Random..ctor(0)", "System.Guid.NewGuid(0)",
        "System.Guid.CreateVersion7(0)", "System.Threading.Thread.Sleep(1)",
    ];

    // Of the process's surroundings, what changes no result: the compiler's own iterators ask for the thread.
    private static readonly string[] AllowedOfEnvironment = ["get_CurrentManagedThreadId(0)", "get_ProcessorCount(0)"];

    /// <summary>What breaks the arrows, one sentence each.</summary>
    public static IReadOnlyList<string> Violations(IEnumerable<Edge> edges)
    {
        var found = new List<string>();
        foreach (var edge in edges.Where(e => IsOurs(e.FromNamespace)))
        {
            var from = Rank(edge.FromNamespace);
            if (from < 0)
            {
                found.Add($"{edge.FromNamespace} is no layer: {edge.FromType} belongs in one of {Names}");
                continue;
            }

            if (IsOurs(edge.ToNamespace) && Rank(edge.ToNamespace) > from)
            {
                found.Add($"{edge}: {Order[from]} uses only what stands to its left in {Names}");
            }

            if (IsIn(edge.FromNamespace, LinearAlgebra) && IsOurs(edge.ToNamespace)
                && !IsIn(edge.ToNamespace, LinearAlgebra)
                && !IsIn(edge.ToNamespace, Numerics))
            {
                found.Add($"{edge}: linear algebra knows no water");
            }

            if (IsIn(edge.ToNamespace, Generation) && !IsIn(edge.FromNamespace, Generation))
            {
                found.Add($"{edge}: the engine uses no made-up networks");
            }

            if (Order[from] is not "IO" && TouchesTheOutside(edge))
            {
                found.Add($"{edge}: only IO touches files, the network, the console, the clock or ambient randomness");
            }
        }

        return [.. found.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static string Names => string.Join(" <- ", Order);

    private static bool TouchesTheOutside(Edge edge) =>
        OutsideNamespaces.Any(n => IsIn(edge.ToNamespace, n))
        || OutsideTypes.Contains(edge.To, StringComparer.Ordinal)
        || (edge.ToMember is not null
            && OutsideMembers.Contains($"{edge.To}.{edge.ToMember}", StringComparer.Ordinal))
        || (edge.To == "System.Environment"
            && edge.ToMember is not null
            && !AllowedOfEnvironment.Contains(edge.ToMember, StringComparer.Ordinal));

    private static int Rank(string fullNamespace) =>
        Array.FindIndex(Order, layer => IsIn(fullNamespace, $"{Root}.{layer}"));

    private static bool IsOurs(string fullNamespace) => IsIn(fullNamespace, Root);

    private static bool IsIn(string fullNamespace, string parent) =>
        fullNamespace == parent || fullNamespace.StartsWith(parent + ".", StringComparison.Ordinal);
}
