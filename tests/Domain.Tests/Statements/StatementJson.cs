using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Tests.Statements;

/// <summary>Everything that was read of a file as JSON for fixtures; what is absent in the file is absent here.</summary>
internal static class StatementJson
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(StatementFile file) => Object(
        ("accepted", file.IsAcceptable),
        ("statements", Array(file.Statements, Of)),
        ("diagnostics", Array(file.Diagnostics, Of))).ToJsonString(Indented);

    private static JsonObject Of(Statement statement) => Object(
        ("format", statement.Opened.Format.ToString()),
        ("kind", statement.Opened.Kind.ToString()),
        ("account", statement.Opened.Account.Value),
        ("currency", statement.Opened.Currency.Code),
        ("number", statement.Opened.Number),
        ("id", statement.Opened.Id),
        ("line", statement.Opened.Line),
        ("opening", Of(statement.Opened.Opening)),
        ("closing", Of(statement.Closed.Closing)),
        ("credits", Of(statement.Closed.Credits)),
        ("debits", Of(statement.Closed.Debits)),
        ("balanced", statement.IsBalanced),
        ("entries", Array(statement.Entries, Of)));

    private static JsonObject Of(StatementEntry entry) => Object(
        ("line", entry.Line),
        ("amount", entry.Amount.ToString()),
        ("booked", entry.BookingDate.ToString()),
        ("value", entry.ValueDate?.ToString()),
        ("status", entry.IsBooked ? null : entry.Status.ToString()),
        ("reversal", entry.IsReversal ? true : null),
        ("bankReference", entry.BankReference),
        ("entryReference", entry.EntryReference),
        ("domain", entry.Code.Domain),
        ("proprietary", entry.Code.Proprietary),
        ("operation", entry.Code.CodeOperationInterbancaire),
        ("charges", entry.Charges?.ToString()),
        ("bankText", entry.BankText),
        ("details", Array(entry.Details, Of)),
        ("other", Array(entry.Other, line => JsonValue.Create(line)!)));

    private static JsonObject Of(TransactionDetail detail) => Object(
        ("amount", detail.Amount?.ToString()),
        ("endToEndId", detail.References.EndToEndId),
        ("instructionId", detail.References.InstructionId),
        ("transactionId", detail.References.TransactionId),
        ("uetr", detail.References.Uetr),
        ("mandateId", detail.References.MandateId),
        ("chequeNumber", detail.References.ChequeNumber),
        ("paymentInformationId", detail.References.PaymentInformationId),
        ("bankReference", detail.References.BankReference),
        ("counterparty", Of(detail.Counterparty)),
        ("ultimateCounterparty", Of(detail.UltimateCounterparty)),
        ("remittance", Array(detail.Remittance, line => JsonValue.Create(line)!)),
        ("creditorReferences", Array(detail.CreditorReferences, line => JsonValue.Create(line)!)),
        ("referredDocuments", Array(detail.ReferredDocuments, d => Object(("number", d.Number), ("type", d.Type), ("amount", d.Amount?.ToString())))),
        ("purpose", detail.Purpose),
        ("returnReason", detail.ReturnReason),
        ("other", Array(detail.Other, line => JsonValue.Create(line)!)));

    private static JsonObject Of(Diagnostic diagnostic) => Object(
        ("code", diagnostic.Code),
        ("severity", diagnostic.Severity.ToString()),
        ("line", diagnostic.Line),
        ("field", diagnostic.Field),
        ("value", diagnostic.Value),
        ("message", diagnostic.Message));

    private static JsonNode? Of(Party party) => party == Party.Unknown
        ? null
        : Object(("name", party.Name), ("account", party.Account), ("bank", party.Bank), ("id", party.Id));

    private static string? Of(Balance? balance) => balance is { } b
        ? $"{b.Amount} {b.Day?.ToString("yyyy-MM-dd", null)}".TrimEnd()
        : null;

    private static string? Of(StatedTotal? total) => total is { } t ? $"{t.Count} x {t.Sum}" : null;

    private static JsonNode? Array<T>(IEnumerable<T> items, Func<T, JsonNode> convert)
    {
        var array = new JsonArray([.. items.Select(convert)]);
        return array.Count == 0 ? null : array;
    }

    private static JsonObject Object(params (string Name, JsonNode? Value)[] members)
    {
        var result = new JsonObject();
        foreach (var (name, value) in members.Where(m => m.Value is not null))
            result[name] = value;
        return result;
    }
}
