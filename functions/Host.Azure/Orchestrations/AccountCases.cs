using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Host.Azure.Orchestrations;

/// <summary>
/// The cases of accounts, begun and told. A case that failed or was terminated is begun anew; one that is suspended keeps
/// what it is told until it is resumed.
/// <para>A case may end between the look at it and what it is told, which is then lost. It ends only by a failure or by a
/// person's hand, and the sweep begins it again within hours: reminders go by days.</para>
/// </summary>
internal static class AccountCases
{
    private const int PageSize = 500;

    /// <summary>Tells a case that its account changed, or begins it where there is none.</summary>
    public static async Task<CaseTold> TellAsync(DurableTaskClient client, AccountId account, int version, CancellationToken cancellation)
    {
        var id = CaseId.Of(account);
        if (!await Instances.IsAliveAsync(client, id, cancellation) && await TryBeginAsync(client, account, cancellation))
            return CaseTold.Begun;
        await client.RaiseEventAsync(id, AccountCase.Changed, version, cancellation);
        return CaseTold.Told;
    }

    /// <summary>Begins a case; false where it has begun meanwhile.</summary>
    public static async Task<bool> TryBeginAsync(DurableTaskClient client, AccountId account, CancellationToken cancellation)
    {
        var options = new StartOrchestrationOptions(CaseId.Of(account)).WithDedupeStatuses(Instances.Alive);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(AccountCase), new CaseInput(account.ToString()), options, cancellation);
            return true;
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            // Backends refuse a second beginning by exceptions of their own; that it has begun is what counts.
            if (!await Instances.IsAliveAsync(client, CaseId.Of(account), cancellation))
                throw;
            return false;
        }
    }

    /// <summary>The identifiers of all cases that run, wait to run or are suspended.</summary>
    public static async Task<HashSet<string>> AliveAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var query = new OrchestrationQuery(Statuses: Instances.Alive, InstanceIdPrefix: CaseId.Prefix, PageSize: PageSize);
        await foreach (var found in client.GetAllInstancesAsync(query).WithCancellation(cancellation))
            ids.Add(found.InstanceId);
        return ids;
    }
}

/// <summary>What came of telling a case.</summary>
internal enum CaseTold
{
    /// <summary>It was told, and looks again.</summary>
    Told,

    /// <summary>There was none, and one was begun.</summary>
    Begun,
}
