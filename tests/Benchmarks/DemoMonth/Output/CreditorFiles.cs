using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciliation.Benchmarks.DemoMonth.Claims;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Benchmarks.DemoMonth.Scenarios;
using Reconciliation.Domain;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Benchmarks.DemoMonth.Output;

/// <summary>What the creditor drops: its receivables, its plans, itself.</summary>
internal static class CreditorFiles
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>With semicolons and decimal commas, as a spreadsheet in French writes it.</summary>
    public static byte[] Receivables(IEnumerable<Claim> claims)
    {
        var csv = new Csv(';').Row(
            "number", "type", "debtor_id", "debtor_name", "debtor_kind", "customer_number", "debtor_iban", "issue_date", "due_date", "amount",
            "currency", "structured_reference", "order_number", "discount_amount", "discount_until", "contract_rate", "email", "phone", "address",
            "postcode", "city", "country", "language");
        foreach (var claim in claims)
            csv.Row([.. Document(claim), .. Contact(claim.Customer.Debtor)]);
        return csv.ToBytes();
    }

    public static byte[] Instalments(IEnumerable<PlanDraft> plans)
    {
        var csv = new Csv(';').Row("receivable", "sequence", "due_date", "amount");
        foreach (var plan in plans)
        {
            foreach (var term in plan.Instalments)
                csv.Row(plan.Claim.Number, term.Sequence.ToString(CultureInfo.InvariantCulture), Iso(term.DueDate), Wording.Figure(term.Amount));
        }

        return csv.ToBytes();
    }

    public static byte[] Creditor()
    {
        var json = new JsonObject
        {
            ["id"] = People.InventedCreditor.Id,
            ["name"] = People.InventedCreditor.Name,
            ["siren"] = People.InventedCreditor.Siren,
            ["address"] = People.InventedCreditor.Address,
            ["postcode"] = People.InventedCreditor.Postcode,
            ["city"] = People.InventedCreditor.City,
            ["country"] = "FR",
            ["email"] = People.InventedCreditor.Email,
            ["ibans"] = new JsonArray([.. People.InventedCreditor.Accounts.Select(a => JsonValue.Create(a.Iban.Value))]),
        };
        return Encoding.UTF8.GetBytes(json.ToJsonString(Readable) + "\n");
    }

    private static string?[] Document(Claim claim)
    {
        var debtor = claim.Customer.Debtor;
        return
        [
            claim.Number, claim.Type == ReceivableType.CreditNote ? "credit_note" : "invoice", debtor.Id, debtor.Name,
            debtor.Kind.ToString().ToLowerInvariant(), debtor.CustomerNumber, string.Join('|', debtor.Ibans.Select(i => i.Value)),
            Iso(claim.IssueDate), Iso(claim.DueDate), Wording.Figure(claim.Amount), claim.Amount.Currency.Code,
            claim.StructuredReference?.Value, claim.OrderNumber, claim.Discount is { } discount ? Wording.Figure(discount.Amount) : null,
            claim.Discount is { } offer ? Iso(offer.Until) : null,
            claim.ContractRate?.PerCent.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ','),
        ];
    }

    private static string?[] Contact(Debtor debtor) =>
        [debtor.Email, debtor.Phone, debtor.Address, debtor.Postcode, debtor.City, debtor.Country, debtor.Language];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
