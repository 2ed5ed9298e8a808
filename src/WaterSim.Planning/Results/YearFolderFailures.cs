using WaterSim.Model;

namespace WaterSim.Planning.Results;

/// <summary>What can be wrong with the folder of an unfinished year.</summary>
internal static class YearFolderFailures
{
    private const string Again = "Remove that folder, or name another place with --out.";

    /// <summary>Does something with a folder, and tells of what the file system refuses.</summary>
    public static T Guard<T>(string folder, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is (IOException and not RunFolderException) or UnauthorizedAccessException)
        {
            throw Fail("WS4102", $"'{folder}' cannot be written: {e.Message}", "Name another place with --out.", e);
        }
    }

    /// <summary>Something stands there already.</summary>
    public static RunFolderException Occupied(string folder, YearState? state) => state is null
        ? Fail("WS4103", $"'{folder}' holds something other than an unfinished run", Again)
        : Fail(
            "WS4103",
            $"'{folder}' holds an unfinished run, {state.Days} of {state.Identity.Days} days, to "
            + YearTables.Text(state.Identity.From.AddDays(state.Days - 1)),
            "Go on with it by --resume, or remove that folder.");

    /// <summary>Another process writes it.</summary>
    public static RunFolderException Busy(string folder, Exception inner) =>
        Fail("WS4103", $"'{folder}' is being written by another run", "Wait for it, or name another place with --out.", inner);

    /// <summary>There is none.</summary>
    public static RunFolderException NothingThere(string folder) =>
        Fail("WS4104", $"there is no unfinished run in '{folder}'", "Leave out --resume, or name the place of that run with --out.");

    /// <summary>It is of another run.</summary>
    public static RunFolderException Another(string folder, string difference) => Fail(
        "WS4104",
        $"the unfinished run in '{folder}' is another: {difference}",
        "Give the options and files it was begun with, or remove that folder and leave out --resume.");

    /// <summary>It cannot be read.</summary>
    public static RunFolderException Damaged(string folder, string what, Exception? inner = null) => Fail(
        "WS4105",
        $"the unfinished run in '{folder}' cannot be gone on with: {what}",
        "Take from it what you need, remove that folder and leave out --resume.",
        inner);

    private static RunFolderException Fail(string code, string message, string remedy, Exception? inner = null) =>
        new(
            new Diagnostic
            {
                Code = code,
                Severity = DiagnosticSeverity.Error,
                Element = "run folder",
                Message = message,
                Remedy = remedy,
            },
            inner);
}
