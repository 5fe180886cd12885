using System.Collections.Immutable;
using System.Globalization;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Tests.Matching;

/// <summary>Makes items and payments from a few words.</summary>
internal static class Made
{
    public static readonly BankAccountId OwnAccount = BankAccountId.FromText("FR1420041010050500013M02606");

    public static Money Eur(string amount) =>
        AmountText.Read(amount, '.', Currency.Eur, out var money) == AmountReading.Exact ? money : throw new FormatException(amount);

    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Debtor Debtor(string id, string name, string? iban = null) =>
        new() { Id = id, Name = name, Ibans = iban is null ? [] : [Iban.Parse(iban)] };

    public static OpenItem Item(
        string number, Debtor debtor, string open, string issued = "2026-03-01", string due = "2026-03-31", string? amount = null) => new()
        {
            Account = new AccountId("C", debtor.Id, Currency.Eur),
            Receivable = new Receivable
            {
                Number = number,
                Type = open.StartsWith('-') ? ReceivableType.CreditNote : ReceivableType.Invoice,
                IssueDate = Day(issued),
                DueDate = Day(due),
                Amount = Eur(amount ?? open).Abs(),
            },
            DueDate = Day(due),
            Open = Eur(open),
            Debtor = debtor,
        };

    /// <param name="text">The remittance lines, separated by tildes.</param>
    public static Payment Payment(string id, string amount, string? name = null, string? text = null, string booked = "2026-03-30", string? iban = null) =>
        new(id, OwnAccount, new StatementEntry
        {
            Position = 1,
            Amount = Eur(amount),
            BookingDate = new BookingDate(Day(booked)),
            Details =
            [
                new TransactionDetail
                {
                    Counterparty = new Party { Name = name, Account = iban },
                    Remittance = text is null ? [] : [.. text.Split('~').Select(line => line.Trim(' '))],
                },
            ],
        });

    public static Payment WithDetail(this Payment payment, Func<TransactionDetail, TransactionDetail> change) =>
        payment with { Entry = payment.Entry with { Details = [change(payment.Detail)] } };

    public static Payment WithEntry(this Payment payment, Func<StatementEntry, StatementEntry> change) =>
        payment with { Entry = change(payment.Entry) };

    public static Payment WithEndToEndId(this Payment payment, string id) =>
        payment.WithDetail(d => d with { References = d.References with { EndToEndId = id } });

    public static ImmutableArray<MatchDecision> Match(IEnumerable<OpenItem> items, params Payment[] payments) =>
        Matcher.Match(payments, OpenItems.Of(items), PaymentHistory.Empty, MatchingPolicy.Default);

    /// <summary>What the best candidate says: <c>FAC-1 100.00, FAC-2#3 20.00 less 2.00, on account 5.00</c>.</summary>
    public static string Best(this MatchDecision decision) => decision.Candidates.IsEmpty ? "" : Said(decision.Candidates[0].Explanation);

    public static string Said(Explanation explanation) => explanation.Match(
        settlement => string.Join(", ", settlement.Shares.SelectMany(Said)),
        returned => $"return of {returned.Applied.Payment.Id}",
        charge => "bank charge");

    private static IEnumerable<string> Said(AccountShare share)
    {
        foreach (var a in share.Allocations)
        {
            var discount = share.Discounts.Where(d => (d.Receivable, d.Instalment) == (a.Receivable, a.Instalment)).Select(d => $" less {d.Amount.ToDecimalString()}");
            yield return $"{a.Receivable}{(a.Instalment is { } term ? $"#{term}" : "")} {a.Amount.ToDecimalString()}{string.Concat(discount)}";
        }

        if (!share.OnAccount.IsZero)
            yield return $"on account {share.OnAccount.ToDecimalString()}";
    }
}
