namespace WaterSim.Plots.Report;

/// <summary>A community, or a junction of a plain network.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name in the report's language.</param>
/// <param name="Town">Id of its town.</param>
/// <param name="IsUrban">Whether it is a town's centre.</param>
/// <param name="People">People who live there; 0 for a junction.</param>
/// <param name="ServiceHead">Pressure head it is owed, m, or NaN.</param>
/// <param name="X">Place on the grid, NaN where it has none.</param>
/// <param name="Y">Place on the grid, downwards.</param>
/// <param name="Rows">Its nodes, as rows of one time in the table <c>nodes</c>.</param>
internal sealed record MapPlace(
    string Id, string Name, string Town, bool IsUrban, int People, double ServiceHead, double X, double Y, int[] Rows);
