using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching.Weighing;

namespace Reconciliation.Domain.Matching.Rules;

/// <summary>
/// Strong evidence against what a rule would decide: then a person sees both, since a silent wrong match is worse than none.
/// </summary>
internal sealed class RuleObjections(OpenItems open)
{
    /// <summary>Everything that stands against an explanation, or against none at all.</summary>
    public ImmutableArray<Evidence> Against(RuleFacts facts, Explanation? explanation)
    {
        var accounts = explanation is Settlement settlement ? settlement.Shares.Select(share => share.Account).ToHashSet() : [];
        return [.. Nature(facts, explanation).Concat(Numbers(facts, accounts)).Concat(Payers(facts, accounts)).Concat(Disputes(explanation)).Distinct()];
    }

    private static IEnumerable<Evidence> Nature(RuleFacts facts, Explanation? explanation) => EntryNatures.Of(facts.Payment.Entry) switch
    {
        EntryNature.MoneyBackIn when explanation is Settlement => [Evidence.Of(EvidenceKind.MoneyBack, EntryNatures.CodeOf(facts.Payment.Entry))],
        EntryNature.Return => [Evidence.Of(EvidenceKind.ReturnOfUnknown, facts.Payment.Detail.ReturnReason ?? "")],
        _ => [],
    };

    /// <summary>The payment names something open of an account that gets nothing.</summary>
    private static IEnumerable<Evidence> Numbers(RuleFacts facts, HashSet<AccountId> accounts) =>
        from named in facts.Naming?.All ?? ImmutableDictionary<OpenDocument, Mention>.Empty
        where named.Value.IsStrong && !accounts.Contains(named.Key.Account.Id) && named.Key.Parts.Any(part => !part.Item.Open.IsZero)
        orderby named.Key.Parts[0].Position
        select Evidence.Of(EvidenceKind.NumberOfAnother, named.Key.Receivable.Number, named.Key.Account.Debtor.Id);

    /// <summary>The payer's account is known for another debtor than those that get something.</summary>
    private IEnumerable<Evidence> Payers(RuleFacts facts, HashSet<AccountId> accounts) =>
        from account in accounts.Order()
        from known in open.AccountsOf(account.Debtor).Where(known => known.Id == account)
        from fact in facts.Payer?.Fit(known).Facts ?? []
        where fact.Evidence.Kind == EvidenceKind.AccountOfAnother
        select fact.Evidence;

    private IEnumerable<Evidence> Disputes(Explanation? explanation)
    {
        if (explanation is not Settlement settlement)
            return [];
        return
            from share in settlement.Shares
            let disputed = open.OfAccount(share.Account).Where(item => item.IsDisputed).Select(item => item.Receivable.Number).ToHashSet()
            from allocation in share.Allocations
            where disputed.Contains(allocation.Receivable)
            select Evidence.Of(EvidenceKind.Disputed, allocation.Receivable);
    }
}
