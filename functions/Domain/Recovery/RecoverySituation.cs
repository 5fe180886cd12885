using System.Collections.Immutable;

namespace Reconciliation.Domain.Recovery;

/// <summary>What recovery must know beside the account: the state of the bank's money and the calendar.</summary>
public sealed record RecoverySituation
{
    /// <summary>Identifiers of unexplained bank entries that may be this debtor's money; empty for none.</summary>
    public ImmutableArray<string> MoneyInFlight { get; init; } = [];

    /// <summary>The last day that the bank's files cover, inclusive; null where it is not known.</summary>
    public DateOnly? BankDataThrough { get; init; }

    /// <summary>
    /// True for a public holiday where the debtor lives. Saturdays and Sundays need not be named: windows and
    /// business days deal with them.
    /// </summary>
    public required Func<DateOnly, bool> IsHoliday { get; init; }
}
