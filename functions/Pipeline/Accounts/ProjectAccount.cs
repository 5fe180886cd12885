using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Accounts;

/// <summary>
/// Brings the open-item index and the summary of an account up to its stream. Safe to repeat and in any order: what is
/// older than known changes nothing.
/// </summary>
public sealed class ProjectAccount(IAccountStreams streams, IOpenItemIndex index, ILedgerQueries queries)
{
    /// <summary>Projects an account as it is now.</summary>
    public async Task HandleAsync(AccountId account, CancellationToken cancellation) =>
        await HandleAsync(await streams.LoadAsync(account, cancellation), NextReminder.None, cancellation);

    /// <summary>Projects a loaded account, with what recovery plans for it.</summary>
    public async Task HandleAsync(DebtorAccount account, NextReminder next, CancellationToken cancellation)
    {
        var items = OpenItem.Of(account);
        var keys = items.SelectMany(i => IndexKeys.Of(i)).Concat(PayerLessons.Known(account).SelectMany(IndexKeys.OfPayer));
        await index.ReplaceAsync(account.Id, account.Version, [.. keys.Distinct()], cancellation);
        await queries.PutSummaryAsync(Summary(account, items, next), cancellation);
    }

    private static AccountSummary Summary(DebtorAccount account, ImmutableArray<OpenItem> items, NextReminder next)
    {
        var currency = account.Id.Currency;
        var open = items.Where(i => i.Open.IsPositive).ToList();
        var credits = Money.Sum(items.Select(i => i.Open).Where(o => o.IsNegative), currency);
        return new AccountSummary(
            account.Id,
            account.Version,
            account.Debtor?.Name ?? account.Id.Debtor,
            Money.Sum(open.Select(i => i.Open), currency),
            account.OnAccount - credits,
            open.Count == 0 ? null : open.Min(i => i.DueDate),
            next.Stage,
            next.At,
            next.HeldBy);
    }
}

/// <summary>What recovery plans for an account.</summary>
/// <param name="Stage">The next stage; null for none.</param>
/// <param name="At">When it is due; null for none.</param>
/// <param name="HeldBy">Codes of what holds it back.</param>
public sealed record NextReminder(string? Stage, DateTimeOffset? At, ImmutableArray<string> HeldBy)
{
    /// <summary>Nothing is planned.</summary>
    public static NextReminder None { get; } = new(null, null, []);
}
