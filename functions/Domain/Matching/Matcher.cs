using System.Collections.Immutable;
using Reconciliation.Domain.Matching.Rules;
using Reconciliation.Domain.Matching.Weighing;

namespace Reconciliation.Domain.Matching;

/// <summary>
/// Says of each bank entry what it is, with the evidence. A pure function: the same payments, items and history give the
/// same decisions, in whatever order they are handed in.
/// <para>Payments of a batch compete: what an automatic decision settles is not open for the others. Those that name
/// what they pay go first; whoever remains is weighed again until nothing changes.</para>
/// <para>Where the policy holds rules of a team, they decide before, after or instead (<see cref="MatchingPolicy.Rules"/>).</para>
/// </summary>
public static class Matcher
{
    /// <summary>Decides every payment.</summary>
    /// <param name="payments">The entries to explain, money in and out; batches taken apart before.</param>
    /// <param name="open">What is open; settled items in it let a second payment be recognised.</param>
    /// <param name="history">What is known from before.</param>
    /// <param name="policy">The bounds within which the machine decides.</param>
    /// <returns>A decision for each payment, in the order of <paramref name="payments"/>.</returns>
    public static ImmutableArray<MatchDecision> Match(
        IReadOnlyList<Payment> payments, OpenItems open, PaymentHistory history, MatchingPolicy policy) =>
        policy.Rules.IsEmpty
            ? MatchWithoutRules(payments, open, history, policy)
            : new RuledMatch(open, history, policy).Match(payments);

    /// <summary>Decides every payment by the evidence alone, whatever rules the policy holds.</summary>
    internal static ImmutableArray<MatchDecision> MatchWithoutRules(
        IReadOnlyList<Payment> payments, OpenItems open, PaymentHistory history, MatchingPolicy policy)
    {
        var settings = new MatchSettings(open, history, policy);
        var incoming = new IncomingBatch(settings);
        var returns = new Returns(settings);
        var decisions = new MatchDecision?[payments.Count];
        var byPrecedence = Enumerable.Range(0, payments.Count)
            .OrderBy(place => payments[place].BookedOn).ThenBy(place => payments[place].Id, StringComparer.Ordinal);
        foreach (var place in byPrecedence)
            decisions[place] = DecideAlone(payments[place], place, incoming, returns);
        incoming.Decide(decisions);
        returns.Decide(decisions);
        return [.. decisions.OfType<MatchDecision>()];
    }

    /// <summary>Decides what depends on nothing else; other money in or out is decided with its like.</summary>
    private static MatchDecision? DecideAlone(Payment payment, int place, IncomingBatch incoming, Returns returns)
    {
        if (PaymentContradiction.Of(payment.Entry) is { } contradiction)
            return new MatchDecision(payment, MatchVerdict.None, [], [contradiction]);
        switch (EntryNatures.Of(payment.Entry))
        {
            case EntryNature.MoneyIn:
                incoming.Add(payment, place, isOwnMoney: false);
                return null;
            case EntryNature.MoneyBackIn:
                incoming.Add(payment, place, isOwnMoney: true);
                return null;
            case EntryNature.Return:
                returns.Add(payment, place, isDeclared: true);
                return null;
            case EntryNature.MoneyOut:
                returns.Add(payment, place, isDeclared: false);
                return null;
            case EntryNature.BankCharge:
                return Charged(payment);
            case EntryNature.Nothing:
                return Verdict.None(payment, EvidenceKind.NothingFits);
            default:
                throw new InvalidOperationException($"The nature of entry {payment.Id} is not told.");
        }
    }

    private static MatchDecision Charged(Payment payment)
    {
        var odds = Odds.Of(Weights.BankSaysSo);
        var evidence = Evidence.Of(EvidenceKind.ChargeOfBank, EntryNatures.CodeOf(payment.Entry));
        return new MatchDecision(payment, MatchVerdict.Auto, [new Candidate(new BankCharge(), Odds.Probability(odds, odds), [evidence])], []);
    }
}
