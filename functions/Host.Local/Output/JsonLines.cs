using System.Text.Encodings.Web;
using System.Text.Json;

namespace Reconciliation.Host.Local.Output;

/// <summary>One JSON object a line on standard output, for programs to read.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write<T>(T value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Options));
}
