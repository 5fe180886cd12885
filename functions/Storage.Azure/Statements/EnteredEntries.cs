using Reconciliation.Domain;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>The sum of entries of a bank account.</summary>
internal readonly record struct EnteredTotal(Currency Currency, long MinorUnits, int Count)
{
    public EnteredTotal With(Money amount) => new(amount.Currency, checked(MinorUnits + amount.MinorUnits), Count + 1);
}

/// <summary>What an acceptance has entered so far.</summary>
internal sealed class EnteredEntries
{
    private readonly Dictionary<BankAccountId, EnteredTotal> _totals = [];

    public int New { get; private set; }

    public int Known { get; private set; }

    public EntryDays Days { get; private set; }

    public EnteredTotal Of(BankAccountId account) => _totals.GetValueOrDefault(account);

    public IEnumerable<BankAccountId> Accounts => _totals.Keys;

    public void AddNew(EntryRecord entry)
    {
        New++;
        Days = Days.With(entry.Payment.BookedOn);
        _totals[entry.Payment.Account] = Of(entry.Payment.Account).With(entry.Payment.Amount);
    }

    public void AddKnown(int count) => Known += count;
}
