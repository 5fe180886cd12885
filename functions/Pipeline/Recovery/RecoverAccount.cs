using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Recovery;
using Reconciliation.Pipeline.Accounts;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Telemetry;

namespace Reconciliation.Pipeline.Recovery;

/// <summary>
/// Looks at an account: takes the step that is due, brings the account's summary up to date and says when to look again.
/// It is no memory: the domain is asked anew each time, so a changed policy never breaks a running case. A step's
/// identifier is derived from what it is about, so taking it twice is taking it once. Waking at the instant is the
/// host's: <see cref="WatchAccount"/> where alarms are a port, an orchestration where they are that.
/// </summary>
public sealed class RecoverAccount(
    IAccountStreams streams, AccountCommands commands, ProjectAccount project, SituationReading situations, IMessages messages, RecoveryPolicy policy, TimeProvider time)
{
    // One contact a day and a handful of stages: more steps at one look would be a loop.
    private const int MostSteps = 20;

    /// <summary>Asks when an account is to be looked at, and does nothing about it.</summary>
    public async Task<RecoveryLook> AskAsync(AccountId id, CancellationToken cancellation)
    {
        var account = await streams.LoadAsync(id, cancellation);
        return Look(Planner.Next(account, policy, time.GetLocalNow(), await situations.OfAsync(account, cancellation)));
    }

    /// <summary>Looks at an account now.</summary>
    public Task<RecoveryLook> HandleAsync(AccountId id, CancellationToken cancellation) =>
        PipelineTelemetry.StepAsync("account.recover", async step =>
        {
            step?.SetTag("account", AccountTag.Of(id));
            return await RecoverAsync(id, cancellation);
        });

    private async Task<RecoveryLook> RecoverAsync(AccountId id, CancellationToken cancellation)
    {
        for (var steps = 0; steps < MostSteps; steps++)
        {
            var account = await streams.LoadAsync(id, cancellation);
            await SendPendingAsync(account, cancellation);
            var next = Planner.Next(account, policy, time.GetLocalNow(), await situations.OfAsync(account, cancellation));
            if (next is StepDue due && await TakeAsync(id, due, cancellation) is null)
                continue;
            var look = Look(next);
            await project.HandleAsync(account, look.Reminder, cancellation);
            return look;
        }

        throw new InvalidOperationException($"Recovery of account {id} does not come to rest.");
    }

    private Task<Refusal?> TakeAsync(AccountId id, StepDue due, CancellationToken cancellation)
    {
        var decision = new Decision(time.GetLocalNow(), Decider.Rule(policy.Name, policy.Version));
        return commands.DecideAsync(id, new TakeStep(due.Step, due.Stage, due.Items, due.Contact) { Decision = decision }, cancellation);
    }

    // Contacts that were planned and not yet made: an interruption between plan and message is made good here.
    private async Task SendPendingAsync(DebtorAccount account, CancellationToken cancellation)
    {
        foreach (var contact in account.Contacts.Values.Where(c => c.Result is null))
            await messages.SendAsync(new ContactDue(account.Id, contact.Planned.Id), cancellation, contact.Planned.NotBefore);
    }

    // A step that is due and was refused is tried again in an hour: what stood against it may have passed.
    private RecoveryLook Look(NextStep next) => next.Match(
        due => new RecoveryLook(true, new NextReminder(due.Stage, time.GetLocalNow(), []), time.GetLocalNow().AddHours(1)),
        later => new RecoveryLook(
            false, new NextReminder(later.Stage, OnTheClock(later.At), [.. later.HeldBy.Select(h => h.Code)]), OnTheClock(later.At)),
        nothing => new RecoveryLook(false, NextReminder.None, null));

    // The domain counts in today's offset from UTC; nine o'clock after the clocks change is nine o'clock by the new one.
    private DateTimeOffset OnTheClock(DateTimeOffset at) => new(at.DateTime, time.LocalTimeZone.GetUtcOffset(at.DateTime));
}

/// <summary>What a look at an account came to.</summary>
/// <param name="IsDue">A step is due now.</param>
/// <param name="Reminder">What recovery plans.</param>
/// <param name="LookAgainAt">When to look again if nothing changes; null where only a change can bring something.</param>
public sealed record RecoveryLook(bool IsDue, NextReminder Reminder, DateTimeOffset? LookAgainAt);
