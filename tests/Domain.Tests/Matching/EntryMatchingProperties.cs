using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;

namespace Reconciliation.Domain.Tests.Matching;

/// <summary>
/// People's decisions about one entry in any order, carried to its account as the pipeline carries them: claimed, posted,
/// settled, taken back. Two hands may hold the same state, and the slower one loses.
/// </summary>
public class EntryMatchingProperties
{
    private static readonly AccountId Account = new("C", "D1", Currency.Eur);
    private static readonly Decision Ana = new(new DateTimeOffset(2026, 4, 1, 9, 0, 0, TimeSpan.Zero), Decider.User("Ana"), "by telephone");
    private static readonly Evidence Why = Evidence.Of(EvidenceKind.MatchUndone, "Ana");

    private static readonly Arbitrary<int[]> Decisions = Gen.ArrayOf(Gen.Choose(0, 8), 40).ToArbitrary();

    [Fact]
    public void AnySequence_LeavesTheAccountWithWhatTheEntryIsTakenFor() => Prop.ForAll(Decisions, decisions =>
    {
        var (entry, account) = (new EntryMatching { Entry = "E1" }, Opened());
        foreach (var decision in decisions)
        {
            (entry, account) = Step(entry, account, decision);
            var standing = account.Payments.Values.Where(payment => !payment.IsReversed).ToList();
            Assert.True(standing.Count <= 1, "The entry is applied twice.");
            if (entry.State == EntryState.Explained)
                Assert.Equal(entry.Match?.Id, Assert.Single(standing).Applied.Payment.MatchId);
            if (entry.State is EntryState.New or EntryState.Unexplained or EntryState.Review)
                Assert.Empty(standing);
            Assert.Equal(entry.History.Length, entry.History.Select(past => past.Match.Id).Distinct().Count());
        }
    }).QuickCheckThrowOnFailure();

    private static (EntryMatching Entry, DebtorAccount Account) Step(EntryMatching entry, DebtorAccount account, int decision)
    {
        switch (decision)
        {
            case 0 or 1:
                return (entry.Claim(Of("F1", 100), Ana).Next ?? entry, account);
            case 2:
                return (entry.Claim(Of("F2", 100), Ana).Next ?? entry, account);
            case 3 or 4 when entry is { State: EntryState.Claimed, Match: { } match }:
                var (posted, isPosted) = Decide(account, Apply(match));
                return ((isPosted ? entry.Settle() : entry.Unclaim(Ana)).Next ?? entry, posted);
            case 5:
                return (entry.Unclaim(Ana).Next ?? entry, account);
            case 6:
                return (entry.Correct(new MatchPlan(Of("F2", 100), Ana)).Next ?? entry, account);
            case 7 when entry is { State: EntryState.Releasing, Match: { } match }:
                var (reversed, _) = Decide(account, new ReversePayment(match.Id, ReversalCause.MatchUndone) { UnderWay = Key(match), Decision = Ana });
                return (entry.Release(Why).Next ?? entry, reversed);
            case 8 when entry.History is [.., var past] && entry.State != EntryState.Releasing:
                // A hand that was held up posts a match that was undone since.
                return (entry, Decide(account, Apply(past.Match)).After);
            default:
                return (entry, account);
        }
    }

    private static (DebtorAccount After, bool IsDone) Decide(DebtorAccount account, AccountCommand command) =>
        account.Decide(command).Match(events => (account.Apply(events), true), _ => (account, false));

    private static ApplyPayment Apply(Match match)
    {
        var share = Assert.IsType<Settlement>(match.Explanation).Shares[0];
        return new ApplyPayment(Key(match), share.Amount, share.Allocations, [], share.OnAccount) { Decision = Ana };
    }

    private static PaymentKey Key(Match match) => new(match.Id, "E1", new DateOnly(2026, 3, 30));

    private static Settlement Of(string receivable, long cents) =>
        new([new AccountShare(Account, [new Allocation(receivable, null, new Money(cents, Currency.Eur))], [], Money.Zero(Currency.Eur))]);

    private static DebtorAccount Opened() => new[] { "F1", "F2" }.Aggregate(DebtorAccount.Empty(Account), (account, number) => Decide(
        account, new OpenReceivable(Made.Item(number, Made.Debtor("D1", "Brun"), "1.00").Receivable) { Decision = Ana }).After);
}
