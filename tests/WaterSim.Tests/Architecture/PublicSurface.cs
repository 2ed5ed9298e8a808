using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace WaterSim.Tests.Architecture;

/// <summary>The public types and members of an assembly as text: one line each, in an order that does not change.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Holds an assembly's surface to Approved/NAME.txt.</summary>
    public static void Approve(Assembly assembly) => Approval.Check(
        RepositoryRoot.Combine(
            "tests", "WaterSim.Tests", "Architecture", "Approved", $"{assembly.GetName().Name}.txt"),
        Describe(assembly.GetExportedTypes()));

    /// <summary>The surface of some types.</summary>
    public static string Describe(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (var type in types.OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(type.Namespace).Append('.').Append(TypeText.Of(type)).Append(": ").Append(Kind(type));
            text.Append(Bases(type)).Append('\n');
            foreach (var (_, line) in Members(type)
                .OrderBy(m => m.Key, StringComparer.Ordinal).ThenBy(m => m.Line, StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Kind(Type type)
    {
        var isRecord = type.GetMethods(Declared).Any(m => m.Name is "<Clone>$" or "PrintMembers");
        if (type.IsEnum)
        {
            return "enum";
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return "delegate " + Signature(type.GetMethod("Invoke")!);
        }

        if (type.IsValueType)
        {
            var isReadOnly = type.IsDefined(typeof(IsReadOnlyAttribute));
            return $"{(isReadOnly ? "readonly " : "")}{(isRecord ? "record " : "")}struct";
        }

        if (type.IsInterface)
        {
            return "interface";
        }

        var modifier = type switch
        {
            { IsAbstract: true, IsSealed: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsSealed: true } => "sealed ",
            _ => "",
        };
        return modifier + (isRecord ? "record" : "class");
    }

    private static string Bases(Type type)
    {
        var bases = new List<string>();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType)
            && parent != typeof(Enum) && parent != typeof(MulticastDelegate))
        {
            bases.Add(TypeText.Of(parent));
        }

        // Every record is equatable to itself: not worth a word.
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        bases.AddRange(type.IsEnum
            ? []
            : type.GetInterfaces().Except(inherited)
                .Where(i => i.IsPublic && i.Name != "IEquatable`1").Select(i => TypeText.Of(i))
                .Order(StringComparer.Ordinal));
        return bases.Count > 0 ? " : " + string.Join(", ", bases) : "";
    }

    // Constructors first, then by name; members of an enum by value.
    private static IEnumerable<(string Key, string Line)> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value =>
            {
                var number = Convert.ToInt64(value, CultureInfo.InvariantCulture);
                return ($"{(ulong)(number ^ long.MinValue):D20}", $"{Enum.GetName(type, value)} = {number}");
            });
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return [];
        }

        var constructors = type.GetConstructors(Declared)
            .Where(c => !c.IsStatic && IsVisible(c) && !IsGenerated(c) && !IsCopyOfRecord(c))
            .Select(c => ("", $"{TypeText.Of(type)}({Parameters(c)})"));
        var fields = type.GetFields(Declared).Where(f => IsVisible(f.Attributes))
            .Select(f => (f.Name, Field(f)));
        var properties = type.GetProperties(Declared).Where(p => Accessors(p).Length > 0 && !IsGenerated(p))
            .Select(p => (p.Name, Property(p)));
        var methods = type.GetMethods(Declared)
            .Where(m => IsVisible(m) && !IsGenerated(m) && (!m.IsSpecialName || IsOperator(m)))
            .Select(m => (m.Name, Modifiers(m) + Signature(m)));
        var events = type.GetEvents(Declared).Where(e => IsVisible(e.AddMethod!))
            .Select(e => (e.Name, $"event {TypeText.Of(e.EventHandlerType!)} {e.Name}"));
        return constructors.Concat(fields).Concat(properties).Concat(methods).Concat(events);
    }

    private static string Field(FieldInfo field)
    {
        var kind = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        var value = field.IsLiteral ? " = " + TypeText.Literal(field.GetRawConstantValue()) : "";
        return $"{kind}{TypeText.Of(field.FieldType, Nullability.Create(field))} {field.Name}{value}";
    }

    private static string Property(PropertyInfo property)
    {
        var accessors = Accessors(property);
        var index = property.GetIndexParameters() is { Length: > 0 } keys
            ? $"this[{string.Join(", ", keys.Select(Parameter))}]"
            : property.Name;
        // By name: ScottPlot brings a type of the same name, and this file is compiled beside it too.
        var isRequired = property.CustomAttributes.Any(a => a.AttributeType.Name is "RequiredMemberAttribute");
        var required = isRequired ? "required " : "";
        return $"{Modifiers(property.GetMethod ?? property.SetMethod!)}{required}"
            + $"{TypeText.Of(property.PropertyType, Nullability.Create(property))} {index} {{ {accessors}; }}";
    }

    private static string Accessors(PropertyInfo property)
    {
        var get = property.GetMethod is { } getter && IsVisible(getter) ? "get" : null;
        var set = property.SetMethod is { } setter && IsVisible(setter)
            ? setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init" : "set"
            : null;
        return string.Join("; ", new[] { get, set }.Where(a => a is not null));
    }

    private static string Signature(MethodInfo method)
    {
        var generics = method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>"
            : "";
        var result = TypeText.Of(method.ReturnType, Nullability.Create(method.ReturnParameter));
        return $"{result} {method.Name}{generics}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "")
        + string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var passing = parameter switch
        {
            { IsOut: true } => "out ",
            { IsIn: true, ParameterType.IsByRef: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ => parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "",
        };
        var isDefault = parameter is { RawDefaultValue: null, ParameterType.IsValueType: true }
            && Nullable.GetUnderlyingType(parameter.ParameterType) is null;
        var value = parameter.HasDefaultValue
            ? " = " + (isDefault ? "default" : TypeText.Literal(parameter.RawDefaultValue))
            : "";
        return $"{passing}{TypeText.Of(parameter.ParameterType, Nullability.Create(parameter))} {parameter.Name}{value}";
    }

    private static string Modifiers(MethodInfo method) => method switch
    {
        { IsStatic: true, IsAbstract: true } => "static abstract ",
        { IsStatic: true } => "static ",
        { IsFamily: true } or { IsFamilyOrAssembly: true } => "protected " + Virtuality(method),
        _ => Virtuality(method),
    };

    private static string Virtuality(MethodInfo method) => method switch
    {
        { DeclaringType.IsInterface: true } => "",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } when method.GetBaseDefinition() != method => "override ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static bool IsVisible(MethodBase method) =>
        (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly)
        && (method.IsPublic || method.DeclaringType is { IsSealed: false });

    private static bool IsVisible(FieldAttributes field) =>
        (field & FieldAttributes.FieldAccessMask) == FieldAttributes.Public
        && !field.HasFlag(FieldAttributes.SpecialName);

    private static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute)) || member.Name is "EqualityContract";

    private static bool IsCopyOfRecord(ConstructorInfo constructor) =>
        constructor.GetParameters() is [var only] && only.ParameterType == constructor.DeclaringType;

    private static bool IsOperator(MethodInfo method) => method.Name.StartsWith("op_", StringComparison.Ordinal);
}
