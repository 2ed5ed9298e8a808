namespace WaterSim.Tests.Architecture;

/// <summary>One use of a type or member by a type of the assembly under test.</summary>
/// <param name="FromNamespace">Namespace of the user.</param>
/// <param name="FromType">The user, nested types as Outer+Inner.</param>
/// <param name="ToNamespace">Namespace of what is used.</param>
/// <param name="ToType">What is used, without its namespace.</param>
/// <param name="ToMember">The member used, as name(number of parameters), or null where only the type is named.</param>
internal sealed record Edge(
    string FromNamespace, string FromType, string ToNamespace, string ToType, string? ToMember = null)
{
    /// <summary>Full name of what is used.</summary>
    public string To => ToNamespace.Length > 0 ? $"{ToNamespace}.{ToType}" : ToType;

    public override string ToString() =>
        $"{FromNamespace}.{FromType} -> {To}{(ToMember is null ? "" : "." + ToMember)}";
}
