using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;

namespace Reconciliation.Domain.Tests.Matching;

public class MatcherProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(200);

    [Fact]
    public void Match_AnyWorld_DecidesEveryPaymentInOrder() => Holds(world =>
    {
        var decisions = Match(world);

        Assert.Equal(world.Payments.Select(p => p.Id), decisions.Select(d => d.Payment.Id));
        Assert.All(decisions, d => Assert.True(d.Verdict switch
        {
            MatchVerdict.Auto => d.Candidates.Length == 1 && d.Candidates[0].Confidence >= MatchingPolicy.Default.AutoConfidence,
            MatchVerdict.Review => d.Candidates.Length is >= 1 and <= 5,
            MatchVerdict.None => d.Candidates.IsEmpty && !d.Evidence.IsEmpty,
        }));
        Assert.All(decisions.SelectMany(d => d.Candidates), c => Assert.True(c.Confidence is >= 0 and < 1 && !c.Evidence.IsEmpty));
        Assert.All(decisions, d => Assert.Equal(d.Candidates.Select(c => c.Confidence).OrderDescending(), d.Candidates.Select(c => c.Confidence)));
    });

    [Fact]
    public void Match_AnyWorld_SharesComeExactlyToThePayment() => Holds(world =>
    {
        foreach (var decision in Match(world))
        {
            foreach (var settlement in decision.Candidates.Select(c => c.Explanation).OfType<Settlement>())
            {
                Assert.Equal(decision.Payment.Amount, Money.Sum(settlement.Shares.Select(s => s.Amount), Currency.Eur));
                Assert.Equal(settlement.Shares.Length, settlement.Shares.Select(s => s.Account).Distinct().Count());
                Assert.All(settlement.Shares, share => Assert.False(share.OnAccount.IsNegative));
            }
        }
    });

    [Fact]
    public void Match_AnyWorld_TheLedgerTakesWhatTheMachineDecides() => Holds(world =>
    {
        var accounts = world.Accounts.ToDictionary(a => a.Id);
        foreach (var decision in Match(world).Where(d => d.Verdict == MatchVerdict.Auto))
            Apply(decision, decision.Candidates[0], accounts);
    });

    [Fact]
    public void Match_AnyWorld_TheLedgerTakesEveryCandidateAfterwards() => Holds(world =>
    {
        var accounts = world.Accounts.ToDictionary(a => a.Id);
        var decisions = Match(world);
        foreach (var decision in decisions.Where(d => d.Verdict == MatchVerdict.Auto))
            Apply(decision, decision.Candidates[0], accounts);
        foreach (var decision in decisions.Where(d => d.Verdict == MatchVerdict.Review))
        {
            foreach (var candidate in decision.Candidates)
                Apply(decision, candidate, new Dictionary<AccountId, DebtorAccount>(accounts));
        }
    });

    [Fact]
    public void Match_AnyWorld_DoesNotDependOnTheOrderOfItsInput() => Prop.ForAll(MatchingWorld.Any, Arb.From(Gen.Choose(0, int.MaxValue)), (world, seed) =>
    {
        var shuffled = world.Payments.OrderBy(p => DeterministicId.Of($"{seed}", p.Id), StringComparer.Ordinal).ToImmutableArray();
        var items = world.Items.OrderBy(i => DeterministicId.Of($"{seed}", i.Receivable.Number, $"{i.Instalment}"), StringComparer.Ordinal);

        var straight = Match(world).Select(Line).Order(StringComparer.Ordinal);
        var turned = Matcher.Match(shuffled, OpenItems.Of(items), PaymentHistory.Empty, MatchingPolicy.Default).Select(Line).Order(StringComparer.Ordinal);

        Assert.Equal(straight, turned);
    }).Check(Runs);

    [Fact]
    public void Match_AnyWorld_NeverAppliesWhatIsDisputedOrOfAnother() => Holds(world =>
    {
        var disputed = world.Items.Where(i => i.IsDisputed).Select(i => i.Receivable.Number).ToHashSet();
        foreach (var decision in Match(world).Where(d => d.Verdict == MatchVerdict.Auto))
        {
            Assert.DoesNotContain(decision.Candidates[0].Evidence, e => e.Kind is EvidenceKind.Disputed or EvidenceKind.AccountOfAnother or EvidenceKind.AlreadyPaid);
            if (decision.Candidates[0].Explanation is Settlement settlement)
                Assert.DoesNotContain(settlement.Shares.SelectMany(s => s.Allocations), a => disputed.Contains(a.Receivable));
        }
    });

    [Fact]
    public void Match_AnyWorldTwice_AppliesNoPaymentOfTheSecondTimeToWhatTheFirstSettled() => Holds(world =>
    {
        var again = world.Payments.Select(p => p with { Id = p.Id + "-again" });
        var decisions = Matcher.Match([.. world.Payments, .. again], OpenItems.Of(world.Items), PaymentHistory.Empty, MatchingPolicy.Default);
        var open = world.Items.ToDictionary(i => (i.Receivable.Number, i.Instalment), i => i.Open);

        foreach (var allocation in decisions.Where(d => d.Verdict == MatchVerdict.Auto).Select(d => d.Candidates[0].Explanation).OfType<Settlement>().SelectMany(s => s.Shares).SelectMany(s => s.Allocations.Concat(s.Discounts)))
        {
            var left = open[(allocation.Receivable, allocation.Instalment)] -= allocation.Amount;
            Assert.False(left.IsNegative != allocation.Amount.IsNegative && !left.IsZero, $"{allocation.Receivable} is settled above what is open");
        }
    });

    private static void Holds(Action<MatchingWorld> property) => Prop.ForAll(MatchingWorld.Any, property).Check(Runs);

    private static ImmutableArray<MatchDecision> Match(MatchingWorld world) =>
        Matcher.Match(world.Payments, OpenItems.Of(world.Items), PaymentHistory.Empty, MatchingPolicy.Default);

    private static void Apply(MatchDecision decision, Candidate candidate, Dictionary<AccountId, DebtorAccount> accounts)
    {
        if (candidate.Explanation is not Settlement settlement)
            return;
        foreach (var share in settlement.Shares)
        {
            var key = new PaymentKey($"match-{decision.Payment.Id}", decision.Payment.Id, decision.Payment.BookedOn);
            accounts[share.Account] = MatchingWorld.Done(accounts[share.Account], new ApplyPayment(key, share.Amount, share.Allocations, share.Discounts, share.OnAccount)
            {
                Decision = new Decision(new DateTimeOffset(2026, 4, 1, 8, 0, 0, TimeSpan.Zero), Decider.Rule(MatchingPolicy.Default.Name, MatchingPolicy.Default.Version)),
            });
        }
    }

    private static string Line(MatchDecision decision) =>
        $"{decision.Payment.Id} {decision.Verdict} {string.Join(" / ", decision.Candidates.Select(c => $"{Made.Said(c.Explanation)} {c.Confidence} {string.Join(' ', c.Evidence.Select(e => EvidenceText.Say(e, "en")))}"))} {string.Join(' ', decision.Evidence.Select(e => e.Kind))}";
}
