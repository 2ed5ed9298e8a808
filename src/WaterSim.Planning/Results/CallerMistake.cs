namespace WaterSim.Planning.Results;

/// <summary>The exceptions for arguments that do not fit together.</summary>
internal static class CallerMistake
{
    private const string System = "system";

    public static ArgumentException SystemDoesNotFit(string message, string parameter = System) =>
        new(message + " Use the network that was read with the system.", parameter);
}
