using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Recovery;
using Reconciliation.Pipeline.Accounts;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Recovery;

/// <summary>
/// Looks at an account: takes the step that is due, sets the alarm for the next, and brings the account's summary up to
/// date. It is an alarm clock, not a memory: the domain is asked anew each time, so a changed policy never breaks a
/// running case. A step's identifier is derived from what it is about, so taking it twice is taking it once.
/// </summary>
public sealed class RecoverAccount(
    IAccountStreams streams, AccountCommands commands, ProjectAccount project, SituationReading situations, IWakeUps wakeUps, IMessages messages, RecoveryPolicy policy, TimeProvider time)
{
    // One contact a day and a handful of stages: more steps at one look would be a loop.
    private const int MostSteps = 20;

    /// <summary>Looks at an account now.</summary>
    public async Task<NextStep> HandleAsync(AccountId id, CancellationToken cancellation)
    {
        for (var steps = 0; steps < MostSteps; steps++)
        {
            var account = await streams.LoadAsync(id, cancellation);
            await SendPendingAsync(account, cancellation);
            var next = Planner.Next(account, policy, time.GetLocalNow(), await situations.OfAsync(account, cancellation));
            if (next is StepDue due && await TakeAsync(id, due, cancellation) is null)
                continue;
            await RestAsync(account, next, cancellation);
            return next;
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

    private async Task RestAsync(DebtorAccount account, NextStep next, CancellationToken cancellation)
    {
        var (at, reminder) = next.Match<(DateTimeOffset?, NextReminder)>(
            due => (time.GetLocalNow().AddHours(1), new NextReminder(due.Stage, time.GetLocalNow(), [])),
            later => (OnTheClock(later.At), new NextReminder(later.Stage, OnTheClock(later.At), [.. later.HeldBy.Select(h => h.Code)])),
            nothing => (null, NextReminder.None));
        await wakeUps.SetAsync(account.Id, at, cancellation);
        await project.HandleAsync(account, reminder, cancellation);
    }

    // The domain counts in today's offset from UTC; nine o'clock after the clocks change is nine o'clock by the new one.
    private DateTimeOffset OnTheClock(DateTimeOffset at) => new(at.DateTime, time.LocalTimeZone.GetUtcOffset(at.DateTime));
}
