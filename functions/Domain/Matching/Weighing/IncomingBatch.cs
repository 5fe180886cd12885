using System.Collections.Immutable;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>The incoming payments of a run, which compete for what is open.</summary>
internal sealed class IncomingBatch(MatchSettings settings)
{
    private const int ReadAhead = 1024;

    private readonly List<Case> _cases = [];
    private readonly Dictionary<OpenAccount, List<Case>> _byAccount = [];
    private readonly Remaining _remaining = new();

    /// <summary>Takes a payment into the batch; payments are added in the order in which they have precedence.</summary>
    public void Add(Payment payment, int place, bool isOwnMoney) => _cases.Add(new Case(payment, place, isOwnMoney));

    /// <summary>
    /// Decides all of them, those that name what they pay first. Each automatic decision takes what it settles, so those
    /// that looked at the same accounts are decided again; the rounds end because a decision once automatic stays.
    /// </summary>
    public void Decide(MatchDecision?[] decisions)
    {
        foreach (var (one, proposals) in Weighed(_cases))
        {
            Enter(one, proposals.Accounts);
            if (proposals.Naming.HasStrong)
                Decide(one, proposals);
        }

        foreach (var (other, proposals) in Weighed(_cases.FindAll(c => c.Decision is null)))
            Decide(other, proposals);
        while (_cases.FindAll(c => c.IsOutdated) is { Count: > 0 } outdated)
        {
            foreach (var (one, proposals) in Weighed(outdated))
                Decide(one, proposals);
        }

        foreach (var done in _cases)
            decisions[done.Place] = done.Decision;
    }

    // What a payment may be for is worked out again rather than kept: a million payments would not fit in memory. What it
    // shows and who pays depends on nothing that is decided meanwhile, so it is read ahead on every core.
    private IEnumerable<(Case Case, PaymentProposals Proposals)> Weighed(List<Case> cases) => cases.Chunk(ReadAhead).SelectMany(
        chunk => chunk.AsParallel().AsOrdered().Select(one => (one, new PaymentProposals(one.Payment, settings))).ToList());

    private void Enter(Case one, ImmutableArray<OpenAccount> accounts)
    {
        foreach (var account in accounts)
        {
            if (!_byAccount.TryGetValue(account, out var cases))
                _byAccount.Add(account, cases = []);
            cases.Add(one);
        }
    }

    private void Decide(Case one, PaymentProposals proposals)
    {
        one.IsOutdated = false;
        var (decision, applied) = Verdict.Of(one.Payment, proposals.Now(_remaining), settings.Policy.For(one.Payment));
        one.Decision = one.IsOwnMoney ? HeldAsOwn(decision) : decision;
        if (applied is not null && !one.IsOwnMoney)
            Apply(one, applied);
    }

    private void Apply(Case one, Proposal applied)
    {
        one.IsApplied = true;
        _remaining.Take(applied, one.Payment);
        foreach (var other in applied.Shares.SelectMany(share => _byAccount[share.Account]))
            other.IsOutdated = !other.IsApplied && other.Decision is not null;
    }

    /// <summary>The creditor's own money that comes back is no debtor's payment unless a person says so.</summary>
    private static MatchDecision HeldAsOwn(MatchDecision decision) => decision with
    {
        Verdict = decision.Verdict == MatchVerdict.Auto ? MatchVerdict.Review : decision.Verdict,
        Evidence = decision.Evidence.Add(Evidence.Of(EvidenceKind.MoneyBack, EntryNatures.CodeOf(decision.Payment.Entry))),
    };

    private sealed class Case(Payment payment, int place, bool isOwnMoney)
    {
        public Payment Payment { get; } = payment;

        public int Place { get; } = place;

        public bool IsOwnMoney { get; } = isOwnMoney;

        public MatchDecision? Decision { get; set; }

        public bool IsApplied { get; set; }

        public bool IsOutdated { get; set; }
    }
}
