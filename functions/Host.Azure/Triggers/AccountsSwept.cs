using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Reconciliation.Host.Azure.Orchestrations;
using Reconciliation.Pipeline.Matching;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Host.Azure.Triggers;

/// <summary>
/// Some times a day accounts without a case get one, and entries without explanation are looked at again, so that nothing is
/// forgotten whatever message was lost and whatever case failed.
/// </summary>
public sealed partial class AccountsSwept(IAccountStreams streams, MatchEntries match, ILogger<AccountsSwept> log)
{
    /// <summary>Compares accounts with cases, then looks at entries.</summary>
    [Function(nameof(AccountsSwept))]
    public async Task RunAsync(
        [TimerTrigger("%AccountsSweptSchedule%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var alive = await AccountCases.AliveAsync(client, cancellation);
        var begun = 0;
        await foreach (var account in streams.AccountsAsync(cancellation))
        {
            if (!alive.Contains(CaseId.Of(account)) && await AccountCases.TryBeginAsync(client, account, cancellation))
                begun++;
        }

        await match.LookAgainAsync(cancellation);
        Swept(alive.Count, begun, timer.IsPastDue);
    }

    [LoggerMessage(2210, LogLevel.Information, "Accounts were swept: {Alive} cases were there, {Begun} were begun (later than planned: {IsPastDue}).")]
    private partial void Swept(int alive, int begun, bool isPastDue);
}
