using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Ingest;

/// <summary>The report that lies beside a quarantined file: what was found, where, and what to do.</summary>
internal static class QuarantineReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Of(FileRecord file) => JsonSerializer.Serialize(file, Options);
}
