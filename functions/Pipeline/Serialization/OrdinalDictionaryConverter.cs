using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reconciliation.Pipeline.Serialization;

/// <summary>
/// Dictionaries sorted by text, which compare their keys by code point: the order that a culture would give differs
/// between machines.
/// </summary>
internal sealed class OrdinalDictionaryConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType
        && typeToConvert.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>)
        && typeToConvert.GenericTypeArguments[0] == typeof(string);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GenericTypeArguments[1]))!;

    private sealed class Of<TValue> : JsonConverter<ImmutableSortedDictionary<string, TValue>>
    {
        public override ImmutableSortedDictionary<string, TValue> Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (JsonSerializer.Deserialize<Dictionary<string, TValue>>(ref reader, options) ?? [])
                .ToImmutableSortedDictionary(StringComparer.Ordinal);

        public override void Write(
            Utf8JsonWriter writer, ImmutableSortedDictionary<string, TValue> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (key, item) in value)
            {
                writer.WritePropertyName(key);
                JsonSerializer.Serialize(writer, item, options);
            }

            writer.WriteEndObject();
        }
    }
}
