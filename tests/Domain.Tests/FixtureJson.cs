using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reconciliation.Domain.Tests;

/// <summary>Builds the JSON of fixtures: what is absent is left out, so that a pair shows only what its input says.</summary>
internal static class FixtureJson
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Text(JsonNode node) => node.ToJsonString(Indented);

    public static JsonNode? Array<T>(IEnumerable<T> items, Func<T, JsonNode> convert)
    {
        var array = new JsonArray([.. items.Select(convert)]);
        return array.Count == 0 ? null : array;
    }

    public static JsonObject Object(params (string Name, JsonNode? Value)[] members)
    {
        var result = new JsonObject();
        foreach (var (name, value) in members.Where(m => m.Value is not null))
            result[name] = value;
        return result;
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
