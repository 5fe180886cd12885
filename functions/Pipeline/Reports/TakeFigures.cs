using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Reporting;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Pipeline.Reports;

/// <summary>
/// Keeps the figures of a day as one document, so that a page shows them without reading the whole ledger, and so that
/// what stood there on a day can still be shown years later. Taking them again on the same day replaces them.
/// </summary>
public sealed class TakeFigures(
    IAccountStreams streams, IStatementStore statements, ILedgerQueries queries, IFigures kept, TimeProvider time)
{
    private const int AccountsAtOnce = 500;

    /// <summary>Takes the figures as they are now and keeps them under today.</summary>
    public async Task<Figures> HandleAsync(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var figures = new Figures(
            today,
            await queries.TrialBalanceAsync(cancellation),
            await statements.PositionsAsync(cancellation),
            await queries.EntryCountsAsync(cancellation),
            await AgedAsync(today, cancellation));
        await kept.PutAsync(today, StoredJson.Write(figures), cancellation);
        return figures;
    }

    // Lines are summed as they are read: the accounts of a large creditor are not held in memory at once.
    private async Task<ImmutableArray<AgedTotal>> AgedAsync(DateOnly today, CancellationToken cancellation)
    {
        var totals = new SortedDictionary<string, AgedTotal>(StringComparer.Ordinal);
        await foreach (var ids in streams.AccountsAsync(cancellation).Chunk(AccountsAtOnce).WithCancellation(cancellation))
        {
            foreach (var report in AgedBalance.Of(await streams.LoadAsync(ids, cancellation), today))
            {
                var before = totals.GetValueOrDefault(report.Currency.Code) ?? new AgedTotal(0, AgedAmounts.None(report.Currency));
                totals[report.Currency.Code] = new AgedTotal(before.Debtors + report.Lines.Length, before.Amounts + report.Total);
            }
        }

        return [.. totals.Values];
    }
}

/// <summary>The figures of a day. No debtor is named in them.</summary>
/// <param name="Day">The day.</param>
/// <param name="TrialBalance">The balance of every account of the chart; together they come to zero.</param>
/// <param name="BankPositions">Where every bank account stands.</param>
/// <param name="EntryCounts">How many bank entries stand in each state.</param>
/// <param name="AgedBalance">What is open by days past due, a total a currency.</param>
public sealed record Figures(
    DateOnly Day,
    ImmutableArray<AccountBalance> TrialBalance,
    ImmutableArray<BankPosition> BankPositions,
    ImmutableDictionary<EntryState, int> EntryCounts,
    ImmutableArray<AgedTotal> AgedBalance);

/// <summary>The aged balance of one currency.</summary>
/// <param name="Debtors">How many debtors have anything open.</param>
/// <param name="Amounts">The columns.</param>
public sealed record AgedTotal(int Debtors, AgedAmounts Amounts);
