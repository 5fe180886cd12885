using System.Text.Json.Nodes;
using Reconciliation.Domain.Receivables;
using static Reconciliation.Domain.Tests.FixtureJson;

namespace Reconciliation.Domain.Tests.Receivables;

/// <summary>Everything that was read of an import file as JSON for fixtures.</summary>
internal static class ImportJson
{
    public static string Of(ReceivablesFile file) =>
        Text(Object(("rows", Array(file.Rows, Of)), ("faults", Array(file.Faults, Of))));

    public static string Of(InstalmentSchedules file) =>
        Text(Object(("schedules", Array(file.Schedules, Of)), ("faults", Array(file.Faults, Of))));

    private static JsonObject Of(ReceivableRow row) => Object(
        ("line", row.Line),
        ("currency", row.Currency.Code),
        ("receivable", Of(row.Receivable)),
        ("debtor", Of(row.Debtor)));

    private static JsonObject Of(Receivable receivable) => Object(
        ("number", receivable.Number),
        ("type", receivable.Type.ToString()),
        ("issued", Day(receivable.IssueDate)),
        ("due", Day(receivable.DueDate)),
        ("amount", receivable.Amount.ToString()),
        ("reference", receivable.StructuredReference),
        ("order", receivable.OrderNumber),
        ("discount", receivable.Discount is { } discount ? $"{discount.Amount} until {Day(discount.Until)}" : null),
        ("rate", receivable.ContractRate?.PerCent));

    private static JsonObject Of(Debtor debtor) => Object(
        ("id", debtor.Id),
        ("name", debtor.Name),
        ("kind", debtor.Kind.ToString()),
        ("customerNumber", debtor.CustomerNumber),
        ("ibans", Array(debtor.Ibans, iban => JsonValue.Create(iban.Value))),
        ("email", debtor.Email),
        ("phone", debtor.Phone),
        ("address", debtor.Address),
        ("postcode", debtor.Postcode),
        ("city", debtor.City),
        ("country", debtor.Country),
        ("language", debtor.Language));

    private static JsonObject Of(InstalmentSchedule schedule) => Object(
        ("line", schedule.Line),
        ("receivable", schedule.Receivable),
        ("instalments", Array(schedule.Instalments, term => JsonValue.Create($"{term.Sequence}: {term.Amount} due {Day(term.DueDate)}"))));

    private static JsonObject Of(RowFault fault) => Object(
        ("line", fault.Line),
        ("column", fault.Column),
        ("code", fault.Code),
        ("value", fault.Value),
        ("message", fault.Message));
}
