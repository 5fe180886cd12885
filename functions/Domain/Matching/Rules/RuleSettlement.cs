using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching.Reading;

namespace Reconciliation.Domain.Matching.Rules;

/// <summary>Settlements as rules make them: never above what is open, the rest of the payment on account.</summary>
internal sealed class RuleSettlement(OpenLeft left, OpenItems open)
{
    /// <summary>The payment for a debtor; null where there is not exactly one such account.</summary>
    public Settlement? For(Payment payment, AssignToDebtor assign, string? creditor)
    {
        var accounts = open.AccountsOf(assign.Debtor).Select(account => account.Id)
            .Where(account => account.Currency == payment.Amount.Currency && IsOf(account, creditor)).ToList();
        if (accounts is not [var account])
            return null;
        return Of(payment, account, assign.IsOnAccount ? [] : left.OfAccount(account).Where(item => item.Receivable.IssueDate <= payment.BookedOn));
    }

    /// <summary>The payment for each receivable whose number a pattern finds and of which something is open.</summary>
    public ImmutableArray<Explanation> For(RuleFacts facts, SettleNumber settle, string? creditor)
    {
        var payment = facts.Payment;
        var found =
            from number in settle.Pattern.NumbersIn(facts)
            from item in left.Find(IndexKeys.OfNumber(number))
            where PlainText.Compact(item.Receivable.Number) == PlainText.Compact(number)
                && item.Open.IsPositive && item.Account.Currency == payment.Amount.Currency && IsOf(item.Account, creditor)
            group item by (item.Account, item.Receivable.Number) into receivable
            select Of(payment, receivable.Key.Account, receivable);
        return [.. found];
    }

    private static bool IsOf(AccountId account, string? creditor) => creditor is null || account.Creditor == creditor;

    private static Settlement Of(Payment payment, AccountId account, IEnumerable<OpenItem> items)
    {
        var money = payment.Amount;
        var allocations = ImmutableArray.CreateBuilder<Allocation>();
        var oldest = items.Where(item => item.Open.IsPositive)
            .OrderBy(item => item.DueDate).ThenBy(item => item.Receivable.Number, StringComparer.Ordinal).ThenBy(item => item.Instalment);
        foreach (var item in oldest.TakeWhile(_ => money.IsPositive))
        {
            var share = item.Open.MinorUnits < money.MinorUnits ? item.Open : money;
            allocations.Add(new Allocation(item.Receivable.Number, item.Instalment, share));
            money -= share;
        }

        return new Settlement([new AccountShare(account, allocations.ToImmutable(), [], money)]);
    }
}
