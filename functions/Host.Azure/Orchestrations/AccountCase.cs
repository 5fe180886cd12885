using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Reconciliation.Host.Azure.Orchestrations;

/// <summary>
/// The case of an account: an alarm clock. It has the domain asked what is next, has a step taken that is due, then sleeps
/// until the instant that was named or until the account changes, and begins anew. It knows no rule and keeps nothing, so
/// neither a changed policy nor a new release breaks it.
/// <para>Where nothing is planned it waits for a change alone, and it never ends by itself: what is told to a case that has
/// just ended is lost, a case that waits costs a row, and the sweep has only to compare two lists.</para>
/// </summary>
public static class AccountCase
{
    /// <summary>What a case is told when its account changed; with the version, or 0 for something outside the account.</summary>
    public const string Changed = "AccountChanged";

    /// <summary>One round: look, act, sleep.</summary>
    [Function(nameof(AccountCase))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, CaseInput input)
    {
        var look = await context.CallActivityAsync<CaseLook>(nameof(AskNextStep), input.Account, Retries.Asking);
        if (look.IsDue)
            look = await context.CallActivityAsync<CaseLook>(nameof(TakeDueStep), input.Account, Retries.Acting);
        context.SetCustomStatus(CaseStatus.Of(look));
        await SleepAsync(context, look.LookAgainAt);
        context.ContinueAsNew(new ContinueAsNewOptions { NewInput = input, PreserveUnprocessedEvents = true, NewVersion = Versions.Current });
    }

    private static async Task SleepAsync(TaskOrchestrationContext context, DateTimeOffset? until)
    {
        using var over = new CancellationTokenSource();
        var changed = context.WaitForExternalEvent<int>(Changed, over.Token);
        if (!changed.IsCompleted && until is { } instant)
            await Task.WhenAny(changed, context.CreateTimer(instant.UtcDateTime, over.Token));
        else
            await changed;

        // One look answers every change that was told by now.
        while (changed.IsCompleted)
            changed = context.WaitForExternalEvent<int>(Changed, over.Token);

        // Whichever did not come would keep the timer alive, or swallow a change told later.
        over.Cancel();
    }
}
