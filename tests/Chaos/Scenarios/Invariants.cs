using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Chaos.Scenarios;

/// <summary>What holds at any moment, whatever was interrupted.</summary>
internal static class Invariants
{
    public static async Task CheckAsync(RunningProcess outside)
    {
        CheckZero(await outside.Storage.Streams.BalancesAsync(default), "What the accounts posted");
        CheckZero(await outside.Get<ILedgerQueries>().TrialBalanceAsync(default), "The trial balance");
        var applied = new Dictionary<string, Money>(StringComparer.Ordinal);
        await foreach (var id in outside.Storage.Streams.AccountsAsync(default))
        {
            var account = await outside.Storage.Streams.LoadAsync(id, default);
            foreach (var receivable in account.Receivables.Values)
                Assert.False(receivable.Open.IsNegative, $"{receivable.Receivable.Number} is settled above its amount.");
            foreach (var payment in account.Payments.Values.Where(payment => !payment.IsReversed))
                Add(applied, payment.Applied);
        }

        foreach (var (entry, amount) in applied)
        {
            var record = await outside.Get<IStatementStore>().FindEntryAsync(entry, default);
            Assert.True(record is not null && amount <= record.Payment.Amount, $"Of entry {entry}, {amount} is applied.");
        }
    }

    private static void CheckZero(ImmutableArray<AccountBalance> balances, string what)
    {
        foreach (var sum in balances.GroupBy(line => line.Balance.Currency))
            Assert.True(Money.Sum(sum.Select(line => line.Balance), sum.Key).IsZero, $"{what} does not come to zero.");
    }

    private static void Add(Dictionary<string, Money> applied, PaymentApplied payment) =>
        applied[payment.Payment.Entry] = applied.GetValueOrDefault(payment.Payment.Entry, Money.Zero(payment.Amount.Currency)) + payment.Amount;
}
