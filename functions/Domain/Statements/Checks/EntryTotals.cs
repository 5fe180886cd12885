namespace Reconciliation.Domain.Statements.Checks;

/// <summary>What the entries of a statement come to, by direction.</summary>
internal sealed class EntryTotals(Currency currency)
{
    private readonly RunningTotal _credits = new(currency);
    private readonly RunningTotal _debits = new(currency);

    /// <summary>How many entries bring money in.</summary>
    public int CreditCount { get; private set; }

    /// <summary>How many entries take money out.</summary>
    public int DebitCount { get; private set; }

    /// <summary>Their sum, positive; null where no amount can hold it.</summary>
    public Money? Credits => _credits.Amount;

    /// <summary>Their sum, positive; null where no amount can hold it.</summary>
    public Money? Debits => _debits.Amount;

    public void Add(StatementEntry entry)
    {
        // What only says something (BAI2 type 890) is in no count of the bank.
        if (entry.Status == EntryStatus.Information && entry.Amount.IsZero)
            return;
        if (entry.Amount.IsNegative)
        {
            _debits.Add(-entry.Amount);
            DebitCount++;
        }
        else
        {
            _credits.Add(entry.Amount);
            CreditCount++;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{_credits} and {_debits}";
}
