using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using WaterSim.Model;

namespace WaterSim.IO.Json;

/// <summary>How the model's records stand in JSON.</summary>
internal static class JsonLayout
{
    /// <summary>Name of the schema, which changes where a file could no longer be read.</summary>
    public const string Schema = "watersim-network/1";

    private const string SchemaProperty = "schema";
    private const string KindProperty = "type";
    private const int DeepestNesting = 32;

    /// <summary>The options of reading and writing.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>The name of a property of the model.</summary>
    public static string NameOf(Type owner, string property, Type type)
    {
        var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property);
        return JsonUnits.Of(owner, property, type) is { } unit ? $"{name}_{unit}" : name;
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            AllowDuplicateProperties = false,
            AllowOutOfOrderMetadataProperties = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = DeepestNesting,
            NewLine = "\n",
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Name, Derive, AddSchema } },
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            WriteIndented = true,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new SecondsConverter());
        options.Converters.Add(new ListConverterFactory());
        options.MakeReadOnly();
        return options;
    }

    private static void Name(JsonTypeInfo info)
    {
        foreach (var property in info.Properties)
        {
            if (property.AttributeProvider is PropertyInfo { DeclaringType: { } owner } member)
            {
                property.Name = NameOf(owner, member.Name, member.PropertyType);
                if (property.IsSetNullable)
                {
                    // What is null is not written.
                    property.IsRequired = false;
                }
            }
        }
    }

    // A junction is written {"type": "junction", ...}.
    private static void Derive(JsonTypeInfo info)
    {
        if (!info.Type.IsAbstract || info.Type.Namespace != typeof(Network).Namespace)
        {
            return;
        }

        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = KindProperty };
        foreach (var type in info.Type.Assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.IsSubclassOf(info.Type)).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            var word = type.Name.EndsWith("Condition", StringComparison.Ordinal) ? type.Name[..^"Condition".Length] : type.Name;
            info.PolymorphismOptions.DerivedTypes.Add(
                new JsonDerivedType(type, JsonNamingPolicy.SnakeCaseLower.ConvertName(word)));
        }
    }

    private static void AddSchema(JsonTypeInfo info)
    {
        if (info.Type != typeof(Network))
        {
            return;
        }

        var schema = info.CreateJsonPropertyInfo(typeof(string), SchemaProperty);
        schema.Order = -1;
        schema.IsRequired = true;
        schema.Get = _ => Schema;
        schema.Set = (_, value) =>
        {
            if (value as string != Schema)
            {
                throw new JsonException($"schema '{value}' is not '{Schema}'.");
            }
        };
        info.Properties.Insert(0, schema);
    }
}
