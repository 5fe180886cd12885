using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Matching.Rules;

namespace Reconciliation.Domain.Tests.Matching.Rules;

public class RuleProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(150);

    private static readonly string[] Conditions =
    [
        """ "direction": "in" """, """ "direction": "in", "counterpartyName": { "contains": "Castaing" } """, """ "direction": "in", "text": { "contains": "FAC" } """,
        """ "direction": "in", "amount": { "from": "20.00", "currency": "EUR" } """, """ "direction": "in", "debtorFoundBy": "nothing" """, """ "direction": "in", "not": { "debtorFoundBy": ["account", "name"] } """,
    ];

    private static readonly string[] Effects =
    [
        """ "assign": { "debtor": "D0" } """, """ "assign": { "debtor": "D1", "settle": "onAccount" } """, """ "settleNumber": { "pattern": "p" } """,
        """ "leave": { "because": "why" } """, """ "hold": { "because": "why" } """,
    ];

    private static Arbitrary<RuleBook> AnyBook { get; } = Arb.From(
        from count in Gen.Choose(1, 4)
        from rules in AnyRule().ListOf(count)
        select Book(rules.Select((rule, i) => rule.Replace("ID", $"r{i}", StringComparison.Ordinal))));

    [Fact]
    public void Match_WithAnyRules_DoesNotDependOnTheOrderOfItsInput() => Prop.ForAll(MatchingWorld.Any, AnyBook, Arb.From(Gen.Choose(0, int.MaxValue)), (world, book, seed) =>
    {
        var shuffled = world.Payments.OrderBy(p => DeterministicId.Of($"{seed}", p.Id), StringComparer.Ordinal).ToImmutableArray();

        Assert.Equal(Match(world, world.Payments, book).Select(Line).Order(StringComparer.Ordinal), Match(world, shuffled, book).Select(Line).Order(StringComparer.Ordinal));
    }).Check(Runs);

    [Fact]
    public void Match_WithAnyRules_DecidesEveryPaymentAndItsPartsComeToIt() => Prop.ForAll(MatchingWorld.Any, AnyBook, (world, book) =>
    {
        var decisions = Match(world, world.Payments, book);

        Assert.Equal(world.Payments.Select(p => p.Id), decisions.Select(d => d.Payment.Id));
        foreach (var (decision, settlement) in decisions.SelectMany(d => d.Candidates.Select(c => (d, c.Explanation as Settlement))))
            Assert.True(settlement is null || Money.Sum(settlement.Shares.Select(s => s.Amount), Currency.Eur) == decision.Payment.Amount);
    }).Check(Runs);

    [Fact]
    public void Match_WithAnyRules_NeverSettlesAboveWhatIsOpen() => Prop.ForAll(MatchingWorld.Any, AnyBook, (world, book) =>
    {
        var open = world.Items.ToDictionary(i => (i.Receivable.Number, i.Instalment), i => i.Open);
        foreach (var allocation in Match(world, world.Payments, book).Where(d => d.Verdict == MatchVerdict.Auto).Select(d => d.Candidates[0].Explanation)
            .OfType<Settlement>().SelectMany(s => s.Shares).SelectMany(s => s.Allocations.Concat(s.Discounts)))
        {
            var left = open[(allocation.Receivable, allocation.Instalment)] -= allocation.Amount;
            Assert.False(left.IsNegative != allocation.Amount.IsNegative && !left.IsZero, $"{allocation.Receivable} is settled above what is open");
        }
    }).Check(Runs);

    [Fact]
    public void Match_WithAnyRules_DecidesNothingAgainstStrongEvidence() => Prop.ForAll(MatchingWorld.Any, AnyBook, (world, book) =>
    {
        Assert.All(Match(world, world.Payments, book).Where(d => d.Verdict != MatchVerdict.Review), d => Assert.DoesNotContain(
            d.Evidence.Concat(d.Candidates.SelectMany(c => c.Evidence)),
            e => e.Kind is EvidenceKind.AccountOfAnother or EvidenceKind.Disputed or EvidenceKind.RuleProposes or EvidenceKind.RuleHolds));
    }).Check(Runs);

    [Fact]
    public void Match_WithRulesThatNothingMeets_IsTheMatcherAlone() => Prop.ForAll(MatchingWorld.Any, world =>
    {
        var book = Book([Rule("ID", """ "direction": "in", "text": { "contains": "NEVER WRITTEN" } """, Effects[0], "before", true)]);

        Assert.Equal(Match(world, world.Payments, RuleBook.Empty).Select(Line), Match(world, world.Payments, book).Select(Line));
    }).Check(Runs);

    private static Gen<string> AnyRule() =>
        from condition in Gen.Elements(Conditions)
        from effect in Gen.Elements(Effects)
        from timing in Gen.Elements("before", "after", "instead")
        from decides in Gen.Elements(true, false)
        select Rule("ID", condition, effect, timing, decides && !effect.Contains("hold", StringComparison.Ordinal));

    private static string Rule(string id, string condition, string effect, string timing, bool decides) =>
        $$"""{ "id": "{{id}}", "name": "N", "when": "{{timing}}", "decides": {{(decides ? "true" : "false")}}, "if": { {{condition}} }, "then": { {{effect}} } }""";

    private static RuleBook Book(IEnumerable<string> rules)
    {
        var reading = RuleBook.Read($$"""{ "patterns": { "p": { "find": "2026 ?-? ?0*(?<number>[0-9])", "number": "FAC-2026-000{number}" } }, "rules": [ {{string.Join(", ", rules)}} ] }""", "C");
        return reading.Book ?? throw new InvalidOperationException(string.Join('\n', reading.Faults));
    }

    private static ImmutableArray<MatchDecision> Match(MatchingWorld world, ImmutableArray<Payment> payments, RuleBook book) =>
        Matcher.Match(payments, OpenItems.Of(world.Items), PaymentHistory.Empty, MatchingPolicy.Default with { Rules = book });

    private static string Line(MatchDecision decision) =>
        $"{decision.Payment.Id} {decision.Verdict} {decision.Rule?.Id} {string.Join(" / ", decision.Candidates.Select(c => $"{Made.Said(c.Explanation)} {c.Confidence} {string.Join(' ', c.Evidence.Select(e => EvidenceText.Say(e, "en")))}"))} {string.Join(' ', decision.Evidence.Select(e => e.Kind))}";
}
