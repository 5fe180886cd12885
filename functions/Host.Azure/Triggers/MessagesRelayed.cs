using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Reconciliation.Host.Azure.Settings;

namespace Reconciliation.Host.Azure.Triggers;

/// <summary>Every few minutes messages are sent that were written with what they tell, and not sent because of a fall.</summary>
public sealed partial class MessagesRelayed(OpenedLedger ledger, ILogger<MessagesRelayed> log)
{
    /// <summary>Sends them.</summary>
    [Function(nameof(MessagesRelayed))]
    public async Task RunAsync([TimerTrigger("%MessagesRelayedSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        var sent = await ledger.Storage.RelayAsync(cancellation);
        Relayed(sent, timer.IsPastDue);
    }

    [LoggerMessage(2240, LogLevel.Information, "{Sent} messages that were left behind were sent (later than planned: {IsPastDue}).")]
    private partial void Relayed(int sent, bool isPastDue);
}
