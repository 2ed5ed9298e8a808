using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WaterSim.IO.Json;

/// <summary>Lists of the model: a list that was never made is empty, and no entry is null.</summary>
internal sealed class ListConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(
            typeof(ListConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class ListConverter<T> : JsonConverter<ImmutableArray<T>>
    {
        public override ImmutableArray<T> Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw new JsonException("a list is expected here.");
            }

            // The entry's converter reads on with this reader, so that an error has its line in the file.
            var entry = (JsonConverter<T>)options.GetConverter(typeof(T));
            var list = ImmutableArray.CreateBuilder<T>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType == JsonTokenType.Null)
                {
                    throw new JsonException("a list has an entry that is null.");
                }

                list.Add(ReadEntry(entry, ref reader, options));
            }

            return list.DrainToImmutable();
        }

        private static T ReadEntry(JsonConverter<T> entry, ref Utf8JsonReader reader, JsonSerializerOptions options)
        {
            try
            {
                return entry.Read(ref reader, typeof(T), options)!;
            }
            catch (NotSupportedException e)
            {
                throw new JsonException("an element does not say of which type it is.", e);
            }
        }

        public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            if (!value.IsDefault)
            {
                foreach (var item in value)
                {
                    JsonSerializer.Serialize(writer, item, options);
                }
            }

            writer.WriteEndArray();
        }
    }
}
