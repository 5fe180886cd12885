namespace Reconciliation.Domain.Matching.Rules;

/// <summary>What becomes of entries that meet a rule.</summary>
internal abstract record RuleEffect
{
    /// <summary>The side on which it works: true for money in, false for money out; null for both.</summary>
    public virtual bool? IsForMoneyIn => null;
}

/// <summary>The money is a debtor's.</summary>
/// <param name="Debtor">The debtor.</param>
/// <param name="IsOnAccount">It settles nothing yet; else it settles what is due, the oldest first (C. civ. art. 1342-10).</param>
internal sealed record AssignToDebtor(string Debtor, bool IsOnAccount) : RuleEffect
{
    public override bool? IsForMoneyIn => true;
}

/// <summary>The money settles the receivable whose number a pattern finds.</summary>
internal sealed record SettleNumber(NumberPattern Pattern) : RuleEffect
{
    public override bool? IsForMoneyIn => true;
}

/// <summary>The bank charges for its services.</summary>
internal sealed record TakeForCharge : RuleEffect
{
    public override bool? IsForMoneyIn => false;
}

/// <summary>It is nobody's payment of a receivable.</summary>
/// <param name="Because">Why, in the team's words.</param>
internal sealed record LeaveUnmatched(string Because) : RuleEffect;

/// <summary>A person decides, whatever the matcher says.</summary>
/// <param name="Because">Why, in the team's words.</param>
internal sealed record HoldForPerson(string Because) : RuleEffect;

/// <summary>The matcher must be surer than usual.</summary>
/// <param name="Confidence">The least confidence; null for the usual.</param>
/// <param name="Margin">The least distance to the second; null for the usual.</param>
internal sealed record AskForMore(decimal? Confidence, decimal? Margin) : RuleEffect
{
    public override bool? IsForMoneyIn => true;

    /// <summary>The bounds that then hold; none is lower than before.</summary>
    public MatchingPolicy Of(MatchingPolicy policy) => policy with
    {
        AutoConfidence = Math.Max(policy.AutoConfidence, Confidence ?? 0),
        AutoMargin = Math.Max(policy.AutoMargin, Margin ?? 0),
    };
}
