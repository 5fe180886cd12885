using System.Collections.Immutable;
using Reconciliation.Domain.Calendars;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Recovery;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Recovery;

/// <summary>Gathers what recovery must know beside the account: money in flight, how far the bank's files reach, holidays.</summary>
public sealed class SituationReading(IStatementStore statements, CreditorSettings settings)
{
    /// <summary>The situation of an account now.</summary>
    public async Task<RecoverySituation> OfAsync(DebtorAccount account, CancellationToken cancellation)
    {
        var inFlight = await statements.MoneyInFlightAsync(account.Id, cancellation);
        var territory = Territories.Of(account.Debtor?.Country ?? "FR", account.Debtor?.Postcode);
        return new RecoverySituation
        {
            MoneyInFlight = inFlight,
            BankDataThrough = await BankDataThroughAsync(account, cancellation),
            IsHoliday = day => FrenchHolidays.IsHoliday(day, territory),
        };
    }

    // The bank's data reach as far as the account that is furthest behind; entries that no one looked at yet do not count.
    private async Task<DateOnly?> BankDataThroughAsync(DebtorAccount account, CancellationToken cancellation)
    {
        if (await statements.HasNewEntriesAsync(cancellation))
            return null;
        var positions = await statements.PositionsAsync(cancellation);
        if (settings.BankAccounts.Any(known => positions.All(p => p.Account != known)))
            return null;
        var through = positions.Where(p => p.Currency == account.Id.Currency).Select(p => p.Through).ToImmutableArray();
        return through.IsEmpty || through.Contains(null) ? null : through.Min();
    }
}
