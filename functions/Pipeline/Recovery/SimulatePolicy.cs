using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;
using Reconciliation.Pipeline.Ingest;

namespace Reconciliation.Pipeline.Recovery;

/// <summary>
/// Lives through months of recovery in memory, in seconds: receivables from files, a policy, and nobody who pays. Planner
/// and contact rules are those of the pipeline. The bank's files are taken to arrive every day, no money to be unexplained,
/// and every contact to reach its channel.
/// </summary>
public sealed class SimulatePolicy(RecoveryPolicy policy)
{
    private readonly CreditorSettings _settings = new() { CreditorId = "creditor" };

    /// <summary>Simulates a span of days.</summary>
    /// <param name="receivables">The receivables; one that is issued later comes in on its day.</param>
    /// <param name="instalments">The terms.</param>
    /// <param name="from">The first day, inclusive.</param>
    /// <param name="until">The last day, exclusive.</param>
    public SimulatedRecovery Simulate(ReceivablesFile receivables, InstalmentsFile instalments, DateOnly from, DateOnly until)
    {
        var schedules = instalments.For(number => receivables.Rows.FirstOrDefault(r => r.Receivable.Number == number)?.Receivable);
        var plan = new ImportPlan(
            _settings, new KnownReceivables([]), new Decision(default, Decider.Source("simulate")), receivables.Faults.AddRange(schedules.Faults));
        foreach (var row in receivables.Rows)
            plan.Open(row);
        foreach (var schedule in schedules.Schedules)
            plan.Schedule(schedule);

        var lives = plan.Commands.Select(account => SimulatedAccount.Live(account.Key, account.Value, policy, from, until)).ToList();
        return new SimulatedRecovery(
            [.. lives.SelectMany(life => life.Contacts).OrderBy(contact => contact.At).ThenBy(contact => contact.Account)],
            [.. lives.SelectMany(life => life.Holds).OrderBy(hold => hold.Until).ThenBy(hold => hold.Account)],
            [.. lives.Select(life => life.End).OfType<SimulatedEnd>()],
            plan.Faults);
    }
}

/// <summary>What a simulation came to.</summary>
/// <param name="Contacts">Every contact in order of time.</param>
/// <param name="Holds">Every step that was put off, in order of time.</param>
/// <param name="Ends">The accounts at rest, each with the reason, in order of their keys.</param>
/// <param name="Faults">What was found in receivables and terms; those rows were left out.</param>
public sealed record SimulatedRecovery(
    ImmutableArray<SimulatedContact> Contacts, ImmutableArray<SimulatedHold> Holds, ImmutableArray<SimulatedEnd> Ends, ImmutableArray<RowFault> Faults);

/// <summary>A contact that would be made.</summary>
/// <param name="At">When, in the civil time of France.</param>
/// <param name="Account">The account.</param>
/// <param name="DebtorName">The debtor's name.</param>
/// <param name="Stage">The stage's name in the policy.</param>
/// <param name="Channel">By which channel.</param>
/// <param name="Items">What it is about, oldest due date first.</param>
public sealed record SimulatedContact(
    DateTimeOffset At, AccountId Account, string DebtorName, string Stage, ContactChannel Channel, ImmutableArray<DunnedItem> Items);

/// <summary>A step that a rule put off.</summary>
/// <param name="Until">Until when.</param>
/// <param name="Account">The account.</param>
/// <param name="Stage">The stage's name in the policy.</param>
/// <param name="Rule">The rule.</param>
public sealed record SimulatedHold(DateTimeOffset Until, AccountId Account, string Stage, Hold Rule);

/// <summary>An account with which nothing more would be done.</summary>
/// <param name="Account">The account.</param>
/// <param name="Reason">Why.</param>
public sealed record SimulatedEnd(AccountId Account, Hold Reason);
