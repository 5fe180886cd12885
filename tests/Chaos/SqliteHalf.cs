using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure;
using Reconciliation.Storage.Sqlite;

namespace Reconciliation.Chaos;

internal sealed class SqliteHalf(TimeProvider clock)
{
    private readonly SqliteStorage _sqlite = SqliteStorage.Open(Directory.CreateTempSubdirectory("chaos-").FullName, World.Settings.Chart, clock);

    public IStatementStore Statements => _sqlite.Statements;

    public ILedgerQueries Queries => _sqlite.Queries;

    public async Task ForwardAsync(IMessages messages)
    {
        while (await _sqlite.Messages.ReceiveAsync(10, TimeSpan.FromMinutes(5), clock.GetUtcNow(), default) is { IsEmpty: false } due)
        {
            foreach (var leased in due)
            {
                await messages.SendAsync(leased.Message, default);
                await _sqlite.Messages.CompleteAsync(leased, default);
            }
        }
    }
}

internal sealed class BothHalves(SqliteHalf half, AzureStorage azure) : ILedgerQueries
{
    public async Task<ImmutableArray<AccountBalance>> TrialBalanceAsync(CancellationToken cancellation) =>
    [
        .. (await half.Queries.TrialBalanceAsync(cancellation)).Concat(await azure.Streams.BalancesAsync(cancellation))
            .GroupBy(b => (b.Account, b.Balance.Currency)).OrderBy(g => g.Key.Account, StringComparer.Ordinal)
            .Select(g => new AccountBalance(g.Key.Account, Money.Sum(g.Select(b => b.Balance), g.Key.Currency))),
    ];

    public Task PutSummaryAsync(AccountSummary summary, CancellationToken cancellation) => half.Queries.PutSummaryAsync(summary, cancellation);

    public Task<Page<AccountSummary>> AccountsAsync(PageRequest page, CancellationToken cancellation) => half.Queries.AccountsAsync(page, cancellation);

    public Task<ImmutableDictionary<EntryState, int>> EntryCountsAsync(CancellationToken cancellation) => half.Queries.EntryCountsAsync(cancellation);
}
