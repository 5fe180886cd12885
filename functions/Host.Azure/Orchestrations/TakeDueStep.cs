using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Recovery;

namespace Reconciliation.Host.Azure.Orchestrations;

/// <summary>Takes the step that is due. Its identifier follows from what it is about: taking it twice is taking it once.</summary>
public sealed partial class TakeDueStep(RecoverAccount recover, ILogger<TakeDueStep> log)
{
    /// <summary>Takes it, and says when to look again.</summary>
    [Function(nameof(TakeDueStep))]
    public async Task<CaseLook> RunAsync([ActivityTrigger] string account, CancellationToken cancellation)
    {
        var id = AccountId.Parse(account);
        var look = await recover.HandleAsync(id, cancellation);
        Taken(CaseId.Of(id), look.IsDue);
        return CaseLooks.Of(look);
    }

    [LoggerMessage(2100, LogLevel.Information, "{Case} was looked at; a step is still due: {IsDue}.")]
    private partial void Taken(string @case, bool isDue);
}
