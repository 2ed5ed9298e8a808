using System.Collections.Immutable;

namespace WaterSim.Model;

/// <summary>A section of the file, or lines of one, kept word for word and written back.</summary>
/// <param name="Name">Section name in capitals, without brackets.</param>
/// <param name="Lines">Its lines as they stood.</param>
public sealed record PreservedSection(string Name, ImmutableArray<string> Lines);
