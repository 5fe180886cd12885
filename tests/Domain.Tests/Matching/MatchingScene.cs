using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Statements;
using static Reconciliation.Domain.Tests.Matching.Made;

namespace Reconciliation.Domain.Tests.Matching;

/// <summary>
/// A text with tables of receivables, payments, applied payments, known payers and what is expected. A table starts with
/// its name and a row of column names; cells are separated by bars.
/// </summary>
internal sealed class MatchingScene
{
    private readonly Dictionary<string, List<Dictionary<string, string>>> _tables = [];

    private MatchingScene(IEnumerable<string> lines)
    {
        var name = "";
        string[]? columns = null;
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.StartsWith('['))
            {
                name = line.Trim('[', ']');
                columns = null;
                _tables.Add(name, []);
                continue;
            }

            var cells = line.Split('|').Select(cell => cell.Trim()).ToArray();
            if (columns is null)
                columns = cells;
            else
                _tables[name].Add(columns.Zip(cells).Where(pair => pair.Second.Length > 0).ToDictionary(pair => pair.First, pair => pair.Second));
        }
    }

    public static MatchingScene Read(string path) => new(File.ReadAllLines(path));

    public ImmutableArray<OpenItem> Items => [.. Table("receivables").Select(ToItem)];

    public ImmutableArray<Payment> Payments => [.. Table("payments").Select(ToPayment)];

    public PaymentHistory History => PaymentHistory.Of(Table("payers").Select(ToPayer), Table("applied").Select(ToApplied));

    public IEnumerable<string> Expected => Table("expected").Select(row => Line(row["id"], row["verdict"], Cell(row, "best") ?? "", Cell(row, "evidence") ?? ""));

    public static string Line(MatchDecision decision)
    {
        var kinds = (decision.Candidates.IsEmpty ? [] : decision.Candidates[0].Evidence.AsEnumerable()).Concat(decision.Evidence).Select(e => e.Kind).Distinct();
        return Line(decision.Payment.Id, decision.Verdict.ToString().ToLowerInvariant(), decision.Best(), string.Join(' ', kinds));
    }

    private static string Line(string id, string verdict, string best, string evidence) => $"{id} | {verdict} | {best} | {evidence}".TrimEnd();

    private IEnumerable<Dictionary<string, string>> Table(string name) => _tables.TryGetValue(name, out var rows) ? rows : [];

    private static string? Cell(Dictionary<string, string> row, string column) => row.GetValueOrDefault(column);

    private static OpenItem ToItem(Dictionary<string, string> row)
    {
        var debtor = Debtor(row["debtor"], row["name"], Cell(row, "iban")) with { CustomerNumber = Cell(row, "customer") };
        var item = Item(row["number"], debtor, row["open"], Cell(row, "issued") ?? "2026-03-01", Cell(row, "due") ?? "2026-03-31", Cell(row, "amount"));
        var discount = Cell(row, "discount")?.Split(' ');
        return item with
        {
            Instalment = Cell(row, "term") is { } term ? int.Parse(term, null) : null,
            IsDisputed = Cell(row, "disputed") is not null,
            Receivable = item.Receivable with
            {
                DueDate = Day("2026-12-31"),
                StructuredReference = Cell(row, "structured"),
                OrderNumber = Cell(row, "order"),
                Discount = discount is null ? null : new EarlyPaymentDiscount(Eur(discount[0]), Day(discount[1])),
            },
        };
    }

    private static Payment ToPayment(Dictionary<string, string> row)
    {
        var payment = Payment(row["id"], row["amount"], Cell(row, "name"), Cell(row, "text"), Cell(row, "booked") ?? "2026-03-30", Cell(row, "iban"));
        if (Cell(row, "e2e") is { } endToEndId)
            payment = payment.WithEndToEndId(endToEndId);
        if (Cell(row, "reason") is { } reason)
            payment = payment.WithDetail(d => d with { ReturnReason = reason });
        return payment.WithEntry(entry => entry with
        {
            BankText = Cell(row, "bank"),
            Charges = Cell(row, "charges") is { } charges ? Eur(charges) : null,
            IsReversal = Cell(row, "reversal") is not null,
            Code = new BankTransactionCode(Cell(row, "domain"), Cell(row, "code"), Cell(row, "operation")),
        });
    }

    private static KnownPayer ToPayer(Dictionary<string, string> row) => new(Day("2026-01-15"), Cell(row, "name"), Cell(row, "iban"), row["debtor"]);

    private static AppliedPayment ToApplied(Dictionary<string, string> row)
    {
        var payment = ToPayment(row);
        var account = new AccountId("C", row["debtor"], Currency.Eur);
        var share = new AccountShare(account, [new Allocation(row["receivable"], null, payment.Amount)], [], Money.Zero(Currency.Eur));
        return new AppliedPayment(payment, "match-of-" + payment.Id, [share]);
    }
}
