using System.Text.Json;
using System.Text.Json.Serialization;

namespace WaterSim.IO.Json;

/// <summary>A time as a number of seconds, exact to the tick of 100 ns.</summary>
internal sealed class SecondsConverter : JsonConverter<TimeSpan>
{
    /// <inheritdoc/>
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var seconds)
            && Math.Abs(seconds) < long.MaxValue / TimeSpan.TicksPerSecond)
        {
            return TimeSpan.FromTicks((long)decimal.Round(seconds * TimeSpan.TicksPerSecond));
        }

        throw new JsonException("a time is not a number of seconds.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(decimal.Divide(value.Ticks, TimeSpan.TicksPerSecond));
}
