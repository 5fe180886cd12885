using System.Collections.Immutable;
using System.Globalization;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Reporting;

/// <summary>The entry that carries the balances of earlier years forward (à nouveaux).</summary>
internal static class FecOpening
{
    /// <summary>
    /// Accounts of classes 1 to 5 keep their balances by auxiliary; what classes 6 and 7 came to is carried forward as
    /// profit or loss. None where earlier years left nothing.
    /// </summary>
    public static IEnumerable<JournalEntry> Of(IEnumerable<JournalEntry> earlier, int year)
    {
        var postings = earlier.SelectMany(entry => entry.Postings).GroupBy(Carried)
            .Select(group => new Posting(group.Key.Account, group.Key.Auxiliary, Money.Sum(group.Select(p => p.Amount), group.Key.Currency)))
            .Where(posting => !posting.Amount.IsZero).Select(Named)
            .OrderBy(p => p.Account, StringComparer.Ordinal).ThenBy(p => p.Auxiliary, StringComparer.Ordinal)
            .ThenBy(p => p.Amount.Currency.Code, StringComparer.Ordinal).ToImmutableArray();
        return postings.IsEmpty ? [] : [Entry(year, postings)];
    }

    private static (string Account, string? Auxiliary, Currency Currency) Carried(Posting posting) =>
        posting.Account.StartsWith('6') || posting.Account.StartsWith('7')
            ? (FecAccounts.ProfitBefore, null, posting.Amount.Currency)
            : (posting.Account, posting.Auxiliary, posting.Amount.Currency);

    private static Posting Named(Posting posting) =>
        posting.Account == FecAccounts.ProfitBefore && posting.Amount.IsPositive ? posting with { Account = FecAccounts.LossBefore } : posting;

    private static JournalEntry Entry(int year, ImmutableArray<Posting> postings)
    {
        var opening = new DateOnly(year, 1, 1);
        var name = year.ToString(CultureInfo.InvariantCulture);
        return new JournalEntry
        {
            Journal = JournalKind.Opening,
            Date = opening,
            Piece = $"AN{name}",
            PieceDate = opening,
            Label = $"À nouveaux {name}",
            ValidatedAt = new DateTimeOffset(opening, TimeOnly.MinValue, TimeSpan.Zero),
            Postings = postings,
        };
    }
}
