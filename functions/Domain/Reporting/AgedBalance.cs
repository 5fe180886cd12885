using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Reporting;

/// <summary>
/// Balance âgée: what each debtor owes, by how long it is past due. Terms count by their own due dates. The total is the
/// balance of 411 and 4191, so that the report ties out to the ledger.
/// </summary>
/// <param name="AsOf">The day of the report; the accounts must stand as they did at its end.</param>
/// <param name="Currency">The only currency of the report.</param>
/// <param name="Lines">A line an account with anything open, in the order of the accounts' keys.</param>
/// <param name="Total">The sum of the lines.</param>
public sealed record AgedBalance(DateOnly AsOf, Currency Currency, ImmutableArray<AgedBalanceLine> Lines, AgedAmounts Total)
{
    /// <summary>The reports of the given accounts, one for each of their currencies in the order of their codes.</summary>
    public static ImmutableArray<AgedBalance> Of(IEnumerable<DebtorAccount> accounts, DateOnly asOf) =>
    [
        .. accounts.GroupBy(account => account.Id.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal).Select(group =>
        {
            var lines = group.Select(account => AgedBalanceLine.Of(account, asOf)).Where(line => !line.IsEmpty)
                .OrderBy(line => line.Account).ToImmutableArray();
            var total = lines.Aggregate(AgedAmounts.None(group.Key), (sum, line) => sum + line.Amounts);
            return new AgedBalance(asOf, group.Key, lines, total);
        }),
    ];
}

/// <summary>What one debtor owes, by age.</summary>
/// <param name="Account">The account.</param>
/// <param name="DebtorName">The debtor's name; its key where the name is not known.</param>
/// <param name="Amounts">The columns.</param>
public sealed record AgedBalanceLine(AccountId Account, string DebtorName, AgedAmounts Amounts)
{
    /// <summary>True where nothing is open in any column.</summary>
    public bool IsEmpty => Amounts == AgedAmounts.None(Account.Currency);

    /// <summary>The line of an account as it stands.</summary>
    public static AgedBalanceLine Of(DebtorAccount account, DateOnly asOf)
    {
        var parts = account.Receivables.Values.SelectMany(receivable => receivable.Parts());
        var amounts = parts.Aggregate(
            AgedAmounts.OfMoneyOnAccount(account.OnAccount), (sum, part) => sum + AgedAmounts.Of(part.DueDate, part.Open, asOf));
        return new AgedBalanceLine(account.Id, account.Debtor?.Name ?? account.Id.Debtor, amounts);
    }
}
