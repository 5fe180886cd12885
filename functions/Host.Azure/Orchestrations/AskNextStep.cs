using Microsoft.Azure.Functions.Worker;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Recovery;

namespace Reconciliation.Host.Azure.Orchestrations;

/// <summary>Asks when an account is to be looked at; changes nothing.</summary>
public sealed class AskNextStep(RecoverAccount recover)
{
    /// <summary>Asks.</summary>
    [Function(nameof(AskNextStep))]
    public async Task<CaseLook> RunAsync([ActivityTrigger] string account, CancellationToken cancellation) =>
        CaseLooks.Of(await recover.AskAsync(AccountId.Parse(account), cancellation));
}
