using System.Collections.Immutable;
using Reconciliation.Domain.Reporting;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Reports;

/// <summary>Says of each bank account whether its statements have come in.</summary>
public sealed class CheckBankData(IStatementStore statements, CreditorSettings settings, TimeProvider time)
{
    /// <summary>
    /// The freshness of every account that has statements, and of those of the settings that never had one, by key.
    /// </summary>
    /// <param name="graceDays">Business days that a bank may take beyond the next morning.</param>
    /// <param name="cancellation">Ends the look.</param>
    public async Task<ImmutableArray<BankFreshness>> HandleAsync(int graceDays, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var positions = await statements.PositionsAsync(cancellation);
        var reached = positions.GroupBy(position => position.Account).ToDictionary(
            group => group.Key, group => group.Any(position => position.Through is null) ? null : group.Min(position => position.Through));
        return
        [
            .. reached.Keys.Union(settings.BankAccounts).OrderBy(account => account.Value, StringComparer.Ordinal)
                .Select(account => BankFreshness.Of(account, reached.GetValueOrDefault(account), today, graceDays)),
        ];
    }
}
