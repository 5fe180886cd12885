using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reconciliation.Pipeline.Serialization;

/// <summary>A scalar as its text.</summary>
/// <param name="write">The text of a value.</param>
/// <param name="read">The value of a text; throws <see cref="FormatException"/> where it is none.</param>
internal sealed class TextConverter<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return read(reader.GetString() ?? "");
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(write(value));
}
