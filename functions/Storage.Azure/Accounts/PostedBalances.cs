using System.Collections.Immutable;
using Azure.Data.Tables;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Azure.Accounts;

/// <summary>
/// What events have posted, kept in each account's head by the transaction that appends them. Where the creditor has
/// changed its chart since, the account's events are posted anew.
/// </summary>
internal sealed class PostedBalances(TableClient table, AppendRows appends, ChartOfAccounts chart)
{
    public string Chart { get; } = AccountHead.ChartOf(chart);

    /// <summary>The balances of an account after more events.</summary>
    public async Task<ImmutableSortedDictionary<string, long>> AfterAsync(
        AccountId account, AccountHead? head, ImmutableArray<AccountEvent> events, CancellationToken cancellation) =>
        Add(account, head is null ? None : await PostedAsync(head, cancellation), events);

    /// <summary>The balances of all accounts together, by number and currency.</summary>
    public async Task<ImmutableArray<AccountBalance>> ReadAsync(CancellationToken cancellation)
    {
        var totals = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"RowKey eq {StreamRow.Head}"), cancellationToken: cancellation))
        {
            foreach (var (key, minorUnits) in await PostedAsync(AccountHead.Of(row), cancellation))
                totals[key] = checked(totals.GetValueOrDefault(key) + minorUnits);
        }

        return [.. totals.Select(total => Balance(total.Key, total.Value))];
    }

    private static ImmutableSortedDictionary<string, long> None { get; } =
        ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    private async Task<ImmutableSortedDictionary<string, long>> PostedAsync(AccountHead head, CancellationToken cancellation)
    {
        if (head.Chart == Chart)
            return head.Posted;
        var events = await appends.AfterAsync(head.Account, 0, cancellation);
        return Add(head.Account, None, [.. events.Take(head.Version)]);
    }

    private ImmutableSortedDictionary<string, long> Add(
        AccountId account, ImmutableSortedDictionary<string, long> posted, ImmutableArray<AccountEvent> events)
    {
        var balances = posted.ToBuilder();
        foreach (var line in events.SelectMany(happened => Postings.Of(happened, account, chart)))
        {
            var key = $"{line.Account} {line.Amount.Currency.Code}";
            balances[key] = checked(balances.GetValueOrDefault(key) + line.Amount.MinorUnits);
        }

        return balances.ToImmutable();
    }

    private static AccountBalance Balance(string key, long minorUnits)
    {
        var blank = key.LastIndexOf(' ');
        return new AccountBalance(key[..blank], new Money(minorUnits, StoredText.Currency(key[(blank + 1)..])));
    }
}
