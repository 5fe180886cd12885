using System.Collections.Immutable;
using Azure.Data.Tables;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Storage.Azure.Statements;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Accounts;

/// <summary>
/// What people see of the ledger. Summaries stand in table <c>summaries</c>, each in a partition of its own whose key sorts
/// as the account's does, so a page is a range. The trial balance reads the head of every account: it is a report.
/// </summary>
public sealed class TableLedgerQueries : ILedgerQueries
{
    private const string Row = "summary";

    private readonly TableClient _summaries;
    private readonly TableAccountStreams _streams;
    private readonly BankAccountTable _banks;
    private readonly EntryCounts _counts;
    private readonly ChartOfAccounts _chart;

    internal TableLedgerQueries(TableClient summaries, TableAccountStreams streams, TableStatementStore statements, ChartOfAccounts chart)
    {
        _summaries = summaries;
        _streams = streams;
        _banks = statements.BankAccounts;
        _counts = statements.Counts;
        _chart = chart;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<AccountBalance>> TrialBalanceAsync(CancellationToken cancellation)
    {
        var lines = (await _streams.BalancesAsync(cancellation)).Select(line => (line.Account, line.Balance)).ToList();
        foreach (var bank in await _banks.ReadAsync(cancellation))
        {
            if (bank.EntryCount > 0)
                Post(Postings.Of(new Money(bank.EntryTotal, bank.Currency), bank.Account, _chart));
        }

        foreach (var charges in await _counts.ChargesAsync(cancellation))
            Post(Postings.OfBankCharge(charges, _chart));
        lines.AddRange(
            from currency in lines.Select(line => line.Balance.Currency).Distinct().ToList()
            from account in Numbers()
            select (account, Money.Zero(currency)));
        return
        [
            .. lines.GroupBy(line => (line.Account, line.Balance.Currency), line => line.Balance)
                .OrderBy(balance => balance.Key.Account, StringComparer.Ordinal).ThenBy(balance => balance.Key.Currency.Code, StringComparer.Ordinal)
                .Select(balance => new AccountBalance(balance.Key.Account, Money.Sum(balance, balance.Key.Currency))),
        ];

        void Post(ImmutableArray<Posting> postings) => lines.AddRange(postings.Select(line => (line.Account, line.Amount)));
    }

    /// <inheritdoc/>
    public async Task PutSummaryAsync(AccountSummary summary, CancellationToken cancellation)
    {
        var row = new TableEntity(OrderedKey.Of(summary.Id.ToString()), Row) { ["Version"] = summary.Version };
        Packed.Put(row, StoredJson.Write(summary));
        while (true)
        {
            var known = await TableRows.FindAsync(_summaries, row.PartitionKey, Row, cancellation);
            if (known?.GetInt32("Version") > summary.Version || await TableRows.TryPutAsync(_summaries, row, known, cancellation))
                return;
        }
    }

    /// <inheritdoc/>
    public async Task<Page<AccountSummary>> AccountsAsync(PageRequest page, CancellationToken cancellation)
    {
        var size = Paging.RowsFor(page);
        var rows = new List<TableEntity>();
        var range = _summaries.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey gt {page.Continuation ?? ""}"), Math.Min(size, 1000), cancellationToken: cancellation);
        await foreach (var row in range)
        {
            rows.Add(row);
            if (rows.Count == size)
                break;
        }

        return Paging.Of(rows, page, row => StoredJson.Read<AccountSummary>(Packed.Text(row)), row => row.PartitionKey);
    }

    /// <inheritdoc/>
    public Task<ImmutableDictionary<EntryState, int>> EntryCountsAsync(CancellationToken cancellation) => _counts.StatesAsync(cancellation);

    private IEnumerable<string> Numbers() =>
        new[] { _chart.Bank, _chart.Suspense, _chart.Customers, _chart.Advances, _chart.Sales, _chart.DiscountsGranted, _chart.BankCharges, _chart.SmallDifferences }.Distinct();
}
