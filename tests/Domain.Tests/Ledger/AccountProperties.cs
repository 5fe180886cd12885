using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Tests.Ledger;

/// <summary>What holds of an account after any sequence of commands. The first command whose result breaks a rule is shown.</summary>
public class AccountProperties
{
    private static readonly ChartOfAccounts Chart = ChartOfAccounts.Default;

    private static readonly Arbitrary<Sequence> Sequences =
        Gen.ArrayOf(RandomCommands.Any, 60).Select(commands => new Sequence(commands)).ToArbitrary();

    [Fact]
    public void Debits_EqualCredits_ForEachEvent() => AfterEachCommand(step =>
        step.Events.All(happened => Sum(Postings.Of(happened, step.After.Id, Chart)).IsZero));

    [Fact]
    public void CustomerAccounts_HoldTheBalance() => AfterEachCommand(step =>
        Sum(step.Postings.Where(p => p.Account == Chart.Customers || p.Account == Chart.Advances)) == step.After.Balance);

    [Fact]
    public void Suspense_GaveWhatStandingPaymentsTook() => AfterEachCommand(step =>
        Sum(step.Postings.Where(p => p.Account == Chart.Suspense))
            == Money.Sum(step.After.Payments.Values.Where(p => !p.IsReversed).Select(p => p.Applied.Amount), Currency.Eur));

    [Fact]
    public void Receivables_AreSettledWithinTheirAmount() => AfterEachCommand(step =>
        step.After.Receivables.Values.SelectMany(r => r.Parts()).All(part =>
            part.Amount.IsNegative ? part.Open >= part.Amount && !part.Open.IsPositive : part.Open <= part.Amount && !part.Open.IsNegative));

    [Fact]
    public void Parts_OfAPayment_ComeToItsAmount() => AfterEachCommand(step =>
        step.Events.OfType<PaymentApplied>().All(paid =>
            Money.Sum(paid.Allocations.Select(a => a.Amount), Currency.Eur) + paid.OnAccount == paid.Amount));

    [Fact]
    public void Discounts_StayWithinTheOffer() => AfterEachCommand(step =>
        step.After.Payments.Values.Where(p => !p.IsReversed).SelectMany(p => p.Discounts).GroupBy(d => d.Receivable).All(granted =>
            Money.Sum(granted.Select(d => d.Amount), Currency.Eur) <= step.After.Receivables[granted.Key].Receivable.Discount!.Value.Amount));

    [Fact]
    public void WriteOffs_OfAReceivable_StayWithinTheLimit() => AfterEachCommand(step =>
        step.After.Payments.Values.Where(p => !p.IsReversed).SelectMany(p => p.WriteOffs).GroupBy(w => w.Receivable).All(written =>
            Money.Sum(written.Select(w => w.Amount), Currency.Eur).MinorUnits <= RandomCommands.WriteOffLimit));

    [Fact]
    public void Expenses_HoldWhatStandingPaymentsClosed() => AfterEachCommand(step =>
        Standing(step, p => p.Charges) == Sum(step.Postings.Where(p => p.Account == Chart.BankCharges))
        && Standing(step, p => p.WriteOffs) == Sum(step.Postings.Where(p => p.Account == Chart.SmallDifferences)));

    [Fact]
    public void Payers_RestOnStandingMatches_OrOnAPersonsWord() => AfterEachCommand(step =>
        step.After.Payers.Values.All(payer => payer.IsKnown
            ? payer.IsByHand || payer.Matches.Any(match => step.After.Payments[match] is { Reversed: not { Cause: ReversalCause.MatchUndone } })
            : payer.Matches.IsEmpty && !payer.IsByHand));

    [Fact]
    public void Repeating_AnAcceptedCommand_GivesNoEvents() => AfterEachCommand(step =>
        step.Refusal is not null || step.After.Decide(step.Command).Match(events => events.IsEmpty, _ => false));

    [Fact]
    public void Deciding_AnyCommand_AcceptsOrNamesACodeOfTheList() => AfterEachCommand(step => step.Refusal is null || Refusals.All.Contains(step.Refusal.Code));

    [Fact]
    public void Fold_OfAllEvents_IsTheState() => AfterEachCommand(step =>
        step.After.Version == step.History.Length
        && JsonSerializer.Serialize(DebtorAccount.Fold(RandomCommands.Account, step.History)) == JsonSerializer.Serialize(step.After));

    [Fact]
    public void Sequences_ReachEveryEventAndRefusal()
    {
        var seen = new HashSet<string>();
        AfterEachCommand(step =>
        {
            seen.UnionWith(step.Events.Select(happened => happened.GetType().Name));
            seen.Add(step.Refusal?.Code ?? "");
            return true;
        }, Config.QuickThrowOnFailure.WithReplay(20260201, 1).WithMaxTest(200));

        Assert.Empty(typeof(AccountEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(AccountEvent))).Select(t => t.Name).Except(seen));
        Assert.Empty(Refusals.All.Except(seen));
    }

    private static void AfterEachCommand(Func<Step, bool> holds, Config? config = null) =>
        Prop.ForAll(Sequences, sequence =>
        {
            foreach (var step in Run(sequence.Commands))
            {
                if (!holds(step))
                    Assert.Fail($"{step.Command} => {(step.Refusal?.ToString() ?? string.Join("; ", step.Events))}");
            }
        }).Check(config ?? Config.QuickThrowOnFailure);

    private static IEnumerable<Step> Run(IEnumerable<Func<DebtorAccount, AccountCommand>> sequence)
    {
        var account = DebtorAccount.Empty(RandomCommands.Account);
        var history = ImmutableArray<AccountEvent>.Empty;
        var postings = ImmutableArray<Posting>.Empty;
        foreach (var next in sequence)
        {
            var command = next(account);
            var (events, refusal) = account.Decide(command).Match<(ImmutableArray<AccountEvent>, Refusal?)>(e => (e, null), r => ([], r));
            account = account.Apply(events);
            history = history.AddRange(events);
            postings = postings.AddRange(events.SelectMany(happened => Postings.Of(happened, account.Id, Chart)));
            yield return new Step(command, events, refusal, account, history, postings);
        }
    }

    private static Money Standing(Step step, Func<PaymentState, ImmutableArray<Allocation>> parts) => Money.Sum(
        step.After.Payments.Values.Where(p => !p.IsReversed).SelectMany(payment => parts(payment)).Select(part => part.Amount), Currency.Eur);

    private static Money Sum(IEnumerable<Posting> postings) => Money.Sum(postings.Select(p => p.Amount), Currency.Eur);

    // Its text stays short where a property fails; the message names the command that matters.
    private sealed class Sequence(IEnumerable<Func<DebtorAccount, AccountCommand>> commands)
    {
        public IEnumerable<Func<DebtorAccount, AccountCommand>> Commands => commands;
    }

    private sealed record Step(
        AccountCommand Command, ImmutableArray<AccountEvent> Events, Refusal? Refusal, DebtorAccount After,
        ImmutableArray<AccountEvent> History, ImmutableArray<Posting> Postings);
}
