using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.DurableTask.Client;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Host.Azure.Orchestrations;
using Reconciliation.Pipeline;
using Reconciliation.Pipeline.Api;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Host.Azure.Operations;

/// <summary>A request about the case of an account.</summary>
/// <param name="Debtor">The debtor's key.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Streams">Knows whether there is such an account.</param>
/// <param name="Messages">Wakes accounts.</param>
/// <param name="Settings">Names the creditor.</param>
/// <param name="Time">Says when.</param>
/// <param name="Context">Brings the client of Durable Functions.</param>
internal sealed record CaseCall(
    string Debtor, string Currency, IAccountStreams Streams, IMessages Messages, CreditorSettings Settings, TimeProvider Time, HttpContext Context)
{
    /// <summary>There is no such case.</summary>
    public static Refusal Unknown { get; } = new("case-unknown", "The account has no case.");

    private static readonly Refusal AccountUnknown = new("account-unknown", "There is no such account.");
    private static readonly Refusal HasEnded = new("case-has-ended", "The case has ended. Start another, or purge it.");
    private static readonly Refusal StillRuns = new("case-still-runs", "The case still runs. Terminate it first.");

    /// <summary>The case; null where there is none.</summary>
    public async Task<OrchestrationMetadata?> FindAsync(CancellationToken cancellation) =>
        Account() is { } account ? await CaseRoutes.Client(Context).GetInstanceAsync(CaseId.Of(account), cancellation) : null;

    /// <summary>Wakes the account: whatever takes its messages starts the case where none runs.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> StartAsync(CancellationToken cancellation)
    {
        if (Account() is not { } account || (await Streams.EventsAsync(account, 0, cancellation)).IsEmpty)
            return ApiAnswers.Problem(AccountUnknown);
        await Messages.SendAsync(new AccountWoken(account, Time.GetUtcNow()), cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>Does something to a case that has not ended.</summary>
    public Task<Results<NoContent, ProblemHttpResult>> WhereItRunsAsync(
        Func<DurableTaskClient, string, Task> act, CancellationToken cancellation) =>
        WhereAsync(found => found.IsCompleted ? HasEnded : null, act, cancellation);

    /// <summary>Does something to a case that has ended.</summary>
    public Task<Results<NoContent, ProblemHttpResult>> WhereItEndedAsync(
        Func<DurableTaskClient, string, Task> act, CancellationToken cancellation) =>
        WhereAsync(found => found.IsCompleted ? null : StillRuns, act, cancellation);

    private async Task<Results<NoContent, ProblemHttpResult>> WhereAsync(
        Func<OrchestrationMetadata, Refusal?> against, Func<DurableTaskClient, string, Task> act, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } found)
            return ApiAnswers.Problem(Unknown);
        if (against(found) is { } refusal)
            return ApiAnswers.Problem(refusal);
        await act(CaseRoutes.Client(Context), found.InstanceId);
        return TypedResults.NoContent();
    }

    private AccountId? Account() =>
        Domain.Currency.TryOf(Currency, out var known) ? new AccountId(Settings.CreditorId, Debtor, known) : null;
}
