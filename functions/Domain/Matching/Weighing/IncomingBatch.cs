namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>The incoming payments of a run, which compete for what is open.</summary>
internal sealed class IncomingBatch(MatchSettings settings)
{
    private readonly List<Case> _cases = [];
    private readonly Dictionary<OpenAccount, List<Case>> _byAccount = [];
    private readonly Remaining _remaining = new();

    /// <summary>Takes a payment into the batch; payments are added in the order in which they have precedence.</summary>
    public void Add(Payment payment, int place, bool isOwnMoney)
    {
        var added = new Case(payment, place, isOwnMoney, new PaymentProposals(payment, settings));
        _cases.Add(added);
        foreach (var account in added.Proposals.Accounts)
        {
            if (!_byAccount.TryGetValue(account, out var cases))
                _byAccount.Add(account, cases = []);
            cases.Add(added);
        }
    }

    /// <summary>
    /// Decides all of them. Each automatic decision takes what it settles, so those that looked at the same accounts are
    /// decided again; the rounds end because a decision once automatic stays.
    /// </summary>
    public void Decide(MatchDecision?[] decisions)
    {
        foreach (var named in _cases.Where(c => c.Proposals.Naming.HasStrong))
            Decide(named);
        foreach (var other in _cases.Where(c => !c.Proposals.Naming.HasStrong))
            Decide(other);
        while (_cases.Where(c => c.IsOutdated).ToList() is { Count: > 0 } outdated)
            outdated.ForEach(Decide);
        foreach (var done in _cases)
            decisions[done.Place] = done.Decision;
    }

    private void Decide(Case one)
    {
        one.IsOutdated = false;
        var (decision, applied) = Verdict.Of(one.Payment, one.Proposals.Now(_remaining), settings.Policy.For(one.Payment));
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

    private sealed class Case(Payment payment, int place, bool isOwnMoney, PaymentProposals proposals)
    {
        public Payment Payment { get; } = payment;

        public int Place { get; } = place;

        public bool IsOwnMoney { get; } = isOwnMoney;

        public PaymentProposals Proposals { get; } = proposals;

        public MatchDecision? Decision { get; set; }

        public bool IsApplied { get; set; }

        public bool IsOutdated { get; set; }
    }
}
