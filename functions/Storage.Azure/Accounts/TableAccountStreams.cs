using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Accounts;

/// <summary>
/// The streams of debtor accounts in a table, a partition an account.
/// <para>An append is one entity-group transaction: the row of its events, and the head, whose ETag says that nobody was
/// faster. So events and balances are there together or not at all; the message is noted before and sent after.</para>
/// </summary>
public sealed class TableAccountStreams : IAccountStreams
{
    private const int LoadsAtOnce = 8;

    private readonly RecentAccounts _recent = new();
    private readonly TableClient _table;
    private readonly AppendRows _appends;
    private readonly PostedBalances _balances;
    private readonly AccountOutbox _outbox;

    internal TableAccountStreams(TableClient table, TableClient pending, ChartOfAccounts chart, IMessages messages, TimeProvider time)
    {
        _table = table;
        _appends = new AppendRows(table);
        _balances = new PostedBalances(table, _appends, chart);
        _outbox = new AccountOutbox(pending, table, messages, time);
    }

    /// <inheritdoc/>
    public async Task<DebtorAccount> LoadAsync(AccountId account, CancellationToken cancellation)
    {
        var known = _recent.Find(account);
        var (events, head) = await _appends.ReadAsync(account, known.Version, cancellation);
        var loaded = known.Apply(events);
        _recent.Keep(loaded, head);
        return loaded;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<DebtorAccount>> LoadAsync(IReadOnlyCollection<AccountId> accounts, CancellationToken cancellation)
    {
        var loaded = new ConcurrentBag<DebtorAccount>();
        await Parallel.ForEachAsync(
            accounts.Distinct(), new ParallelOptions { MaxDegreeOfParallelism = LoadsAtOnce, CancellationToken = cancellation },
            async (account, stop) => loaded.Add(await LoadAsync(account, stop)));
        return [.. loaded];
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<AccountEvent>> EventsAsync(AccountId account, int afterVersion, CancellationToken cancellation) =>
        _appends.AfterAsync(account, afterVersion, cancellation);

    /// <inheritdoc/>
    public async Task<bool> AppendAsync(
        AccountId account, int expectedVersion, ImmutableArray<AccountEvent> events, CancellationToken cancellation)
    {
        if (events.IsEmpty)
            return ((await StreamRow.HeadAsync(_table, account, cancellation))?.Version ?? 0) == expectedVersion;
        var head = _recent.FindHead(account, expectedVersion);
        // A stream that is to begin needs no look: its head is added, where none is.
        if (head is null && expectedVersion != 0)
        {
            head = await StreamRow.HeadAsync(_table, account, cancellation);
            if (head?.Version != expectedVersion)
                return false;
        }

        return await AppendAsync(account, head, events, cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<AccountId> AccountsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        // The table's order is that of escaped keys, so the whole list is put in order here.
        var keys = new List<string>();
        var heads = _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"RowKey eq {StreamRow.Head}"), select: ["Account"], cancellationToken: cancellation);
        await foreach (var head in heads)
            keys.Add(head.GetString("Account"));
        keys.Sort(StringComparer.Ordinal);
        foreach (var key in keys)
            yield return AccountId.Parse(key);
    }

    /// <summary>What the events of all accounts have posted, by account of the chart and currency; it comes to zero.</summary>
    public Task<ImmutableArray<AccountBalance>> BalancesAsync(CancellationToken cancellation) => _balances.ReadAsync(cancellation);

    /// <summary>Sends messages that a fall left behind, for a timer to call; how many there were.</summary>
    public Task<int> RelayAsync(CancellationToken cancellation) => _outbox.RelayAsync(cancellation);

    private async Task<bool> AppendAsync(
        AccountId account, AccountHead? head, ImmutableArray<AccountEvent> events, CancellationToken cancellation)
    {
        var attempt = Guid.NewGuid().ToString("N");
        var posted = await _balances.AfterAsync(account, head, events, cancellation);
        var appended = await _appends.PrepareAsync(account, head?.Version ?? 0, events, attempt, cancellation);
        var next = new AccountHead(account, appended.GetInt32("Last")!.Value, _balances.Chart, posted, default).ToRow();
        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.Add, appended),
            head is null ? new(TableTransactionActionType.Add, next) : new(TableTransactionActionType.UpdateReplace, next, head.ETag),
        ];
        var version = checked((head?.Version ?? 0) + events.Length);
        var hint = await _outbox.NoteAsync(account, version, attempt, cancellation);
        if (!await TableTransaction.TryWriteAsync(_table, actions, cancellation)
            && !await IsWrittenAsync(account, appended, attempt, cancellation))
        {
            await _outbox.ForgetAsync(hint, cancellation);
            return false;
        }

        await _outbox.SendAsync(hint, account, version, cancellation);
        return true;
    }

    // The client repeats a request whose answer was lost, and the repetition finds what the first has written.
    private async Task<bool> IsWrittenAsync(AccountId account, TableEntity appended, string attempt, CancellationToken cancellation) =>
        await TableRows.FindAsync(_table, StreamRow.Partition(account), appended.RowKey, cancellation) is { } found && found.GetString("Attempt") == attempt;
}
