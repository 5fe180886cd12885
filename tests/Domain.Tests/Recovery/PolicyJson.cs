using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Tests.Recovery;

/// <summary>What was read of a policy as JSON for fixtures: the policy, or its faults.</summary>
internal static class PolicyJson
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(PolicyReading reading) =>
        (reading.Policy is { } policy ? Of(policy) : Faults(reading)).ToJsonString(Indented);

    private static JsonObject Faults(PolicyReading reading) => new()
    {
        ["faults"] = new JsonArray([.. reading.Faults.Select(fault => new JsonObject
        {
            ["code"] = fault.Code,
            ["path"] = fault.Path,
            ["message"] = fault.Message,
        })]),
    };

    private static JsonObject Of(RecoveryPolicy policy) => new()
    {
        ["policy"] = $"{policy.Name} {policy.Version}",
        ["windows"] = new JsonObject(policy.Contacts.Windows.OrderBy(w => w.Key).Select(w => KeyValuePair.Create<string, JsonNode?>(
            w.Key.ToString(), string.Join("; ", w.Value.Select(x => $"{string.Join(' ', x.Days)} {x.From:HH:mm}-{x.To:HH:mm}"))))),
        ["caps"] = policy.Contacts.Caps.ToString(),
        ["quietDays"] = policy.Contacts.QuietDays.ToString(),
        ["grace"] = policy.Dunning.GraceBusinessDays.ToString(),
        ["bankFile"] = policy.Dunning.BankFile.ToString(),
        ["recheck"] = policy.Dunning.RecheckHours.ToString(),
        ["minimum"] = string.Join(", ", policy.Dunning.Minimum.Amounts.Values),
        ["limitation"] = policy.Dunning.Limitation.ToString(),
        ["stages"] = new JsonArray([.. policy.Stages.Select(Of)]),
    };

    private static JsonObject Of(RecoveryStage stage) => new()
    {
        ["id"] = stage.Id,
        ["days"] = $"{stage.OffsetDays} to {stage.LastDay?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "any"}, {stage.LeastDaysSincePrevious} apart, pay within {stage.PayWithinDays?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}",
        ["for"] = string.Join(' ', stage.DebtorKinds),
        ["by"] = string.Join(' ', stage.Channels),
        ["fr"] = Of(stage.Texts["fr"]),
        ["en"] = Of(stage.Texts["en"]),
    };

    private static JsonArray Of(StageText text) => new([.. text.Subjects.Concat(text.Body).Select(part => JsonValue.Create(Of(part)))]);

    private static string Of(TextPart part) =>
        $"{(part.IsOptional ? "optional, " : "")}{string.Join(' ', part.For)}: {string.Concat(part.Pieces.Select(piece => piece.Placeholder is { } placeholder ? $"<{placeholder}>" : piece.Words))}";
}
