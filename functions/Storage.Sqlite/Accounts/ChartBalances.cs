using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Sqlite;

/// <summary>
/// The running balance of each account of the chart. Whatever is added comes to zero, so all balances of a currency do.
/// </summary>
internal sealed class ChartBalances(ChartOfAccounts chart)
{
    public void AddEvents(SqliteSession session, AccountId account, IEnumerable<AccountEvent> events) =>
        Add(session, events.SelectMany(happened => Postings.Of(happened, account, chart)));

    public void AddEntries(SqliteSession session, Money total, BankAccountId bank) => Add(session, Postings.Of(total, bank, chart));

    public void AddBankCharge(SqliteSession session, Money entry) => Add(session, Postings.OfBankCharge(entry, chart));

    public void TakeBankCharge(SqliteSession session, Money entry) =>
        Add(session, Postings.OfBankCharge(entry, chart).Select(line => line with { Amount = -line.Amount }));

    /// <summary>The chart's own accounts in every currency in use, and whatever else was posted to.</summary>
    public ImmutableArray<AccountBalance> Read(SqliteSession session)
    {
        var posted = session.Query(
            row => (Account: row.GetString(0), Balance: new Money(row.GetInt64(2), StoredText.Currency(row.GetString(1)))),
            "SELECT account, currency, amount FROM chart_balance");
        var balances = posted.ToDictionary(line => (line.Account, line.Balance.Currency), line => line.Balance);
        foreach (var currency in posted.Select(line => line.Balance.Currency).Distinct())
        {
            foreach (var account in Numbers(chart))
                balances.TryAdd((account, currency), Money.Zero(currency));
        }

        return
        [
            .. balances.OrderBy(line => line.Key.Account, StringComparer.Ordinal).ThenBy(line => line.Key.Currency.Code, StringComparer.Ordinal)
                .Select(line => new AccountBalance(line.Key.Account, line.Value)),
        ];
    }

    private static void Add(SqliteSession session, IEnumerable<Posting> postings)
    {
        var lines = postings.ToList();
        foreach (var currency in lines.GroupBy(line => line.Amount.Currency))
        {
            var total = Money.Sum(currency.Select(line => line.Amount), currency.Key);
            if (!total.IsZero)
                throw new InvalidOperationException($"Postings that come to {total} cannot be entered.");
        }

        foreach (var line in lines)
        {
            session.Execute(
                """
                INSERT INTO chart_balance (account, currency, amount) VALUES (?1, ?2, ?3)
                ON CONFLICT (account, currency) DO UPDATE SET amount = amount + excluded.amount
                """,
                line.Account, line.Amount.Currency.Code, line.Amount.MinorUnits);
        }
    }

    private static IEnumerable<string> Numbers(ChartOfAccounts chart) =>
        new[] { chart.Bank, chart.Suspense, chart.Customers, chart.Advances, chart.Sales, chart.DiscountsGranted, chart.BankCharges, chart.SmallDifferences }.Distinct();
}
