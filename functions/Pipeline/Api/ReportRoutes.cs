using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Reporting;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Api;

/// <summary>Figures of the whole ledger.</summary>
internal static class ReportRoutes
{
    private const int AccountsAtOnce = 500;

    public static void Map(RouteGroupBuilder reports)
    {
        reports.MapGet("/trial-balance", TrialBalanceAsync).WithSummary("Shows the balance of every account of the chart; they come to zero.");
        reports.MapGet("/bank-positions", PositionsAsync).WithSummary("Proves each bank account: opening and entries against the bank's own closing balance.");
        reports.MapGet("/aged-balance", AgedBalanceAsync).WithSummary("Shows what is open by days past due (balance âgée).");
        reports.MapGet("/entry-counts", EntryCountsAsync).WithSummary("Counts the bank entries by state.");
    }

    private static async Task<Ok<IReadOnlyList<AccountBalanceView>>> TrialBalanceAsync(ILedgerQueries queries, CancellationToken cancellation)
    {
        var balances = await queries.TrialBalanceAsync(cancellation);
        return TypedResults.Ok<IReadOnlyList<AccountBalanceView>>([.. balances.Select(b => new AccountBalanceView(b.Account, AmountView.Of(b.Balance)))]);
    }

    private static async Task<Ok<IReadOnlyList<BankPositionView>>> PositionsAsync(IStatementStore statements, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<BankPositionView>>([.. (await statements.PositionsAsync(cancellation)).Select(BankPositionView.Of)]);

    private static async Task<Ok<IReadOnlyList<AgedBalanceView>>> AgedBalanceAsync(
        IAccountStreams streams, TimeProvider time, CancellationToken cancellation)
    {
        var accounts = new List<DebtorAccount>();
        await foreach (var ids in streams.AccountsAsync(cancellation).Chunk(AccountsAtOnce).WithCancellation(cancellation))
            accounts.AddRange(await streams.LoadAsync(ids, cancellation));
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        return TypedResults.Ok<IReadOnlyList<AgedBalanceView>>([.. AgedBalance.Of(accounts, today).Select(AgedBalanceView.Of)]);
    }

    private static async Task<Ok<Dictionary<string, int>>> EntryCountsAsync(ILedgerQueries queries, CancellationToken cancellation)
    {
        var counts = await queries.EntryCountsAsync(cancellation);
        return TypedResults.Ok(counts.OrderBy(c => c.Key).ToDictionary(c => c.Key.ToString().ToLowerInvariant(), c => c.Value));
    }
}
