namespace WaterSim.Cli.Commands;

/// <summary>What stands below the options in a command's help.</summary>
/// <param name="Examples">Examples, a line each.</param>
/// <param name="ExitCodes">Exit codes, a line each.</param>
internal sealed record CommandTexts(string Examples, string ExitCodes);
