using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching.Reading;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Matching;

/// <summary>
/// What people's decisions teach about payers. The machine's own decisions teach nothing, so that an error does not feed
/// itself.
/// </summary>
public static class PayerLessons
{
    // From here on a name is the debtor's own, written or cut by the bank in its way.
    private const int SameName = 95;

    /// <summary>
    /// Whom accounts are to remember where a person takes a payment for theirs: name and account of the payer, or of
    /// whoever is paid for, as far as they are not the debtor's own. Nobody for an entry of several payments.
    /// </summary>
    /// <param name="payment">The payment.</param>
    /// <param name="explanation">What the person takes it for.</param>
    /// <param name="accounts">The accounts of the explanation.</param>
    public static ImmutableArray<TaughtPayer> Of(Payment payment, Explanation explanation, IEnumerable<DebtorAccount> accounts)
    {
        if (explanation is not Settlement settlement || payment.Entry.Details is not [var detail])
            return [];
        var party = IsNamed(detail.UltimateCounterparty) ? detail.UltimateCounterparty : detail.Counterparty;
        return
        [
            .. from account in accounts
               where settlement.Shares.Any(share => share.Account == account.Id)
               let payer = NewTo(account, party)
               where payer is not null
               select new TaughtPayer(account.Id, payer),
        ];
    }

    /// <summary>The payers on which a candidate rests: those of its accounts that its evidence calls learnt.</summary>
    public static ImmutableArray<TaughtPayer> RestedOn(Payment payment, Candidate candidate, IEnumerable<DebtorAccount> accounts)
    {
        var kinds = candidate.Evidence.Select(evidence => evidence.Kind).ToHashSet();
        var byAccount = kinds.Contains(EvidenceKind.AccountLearnt);
        var byName = kinds.Contains(EvidenceKind.NameLearnt);
        if (!byAccount && !byName)
            return [];
        var clues = Clues.Of(payment);
        var names = clues.PayerNames.Select(name => name.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from account in accounts
               from known in account.Payers.Values
               where known.IsKnown
               where (byAccount && known.Payer.Account is { } key && clues.PayerAccounts.Contains(key))
                   || (byName && names.Contains(PayerName.Of(known.Payer.Name).Key))
               select new TaughtPayer(account.Id, known.Payer),
        ];
    }

    /// <summary>The payers of an account as the matcher takes them: those that speak for its debtor, and those in doubt.</summary>
    public static IEnumerable<KnownPayer> Known(DebtorAccount account) =>
        from known in account.Payers.Values
        where known.IsKnown || known.IsDoubted
        select new KnownPayer(Day(known.LearntBy.At), known.Payer.Name, known.Payer.Account, account.Id.Debtor)
        {
            IsRejected = known.IsDoubted,
        };

    private static DateOnly Day(DateTimeOffset at) => new(at.Year, at.Month, at.Day);

    private static bool IsNamed(Party party) => LearntPayer.Of(party.Name, party.Account) is not null;

    private static LearntPayer? NewTo(DebtorAccount account, Party party)
    {
        var name = PayerName.Of(party.Name);
        var isOwnName = name.IsEmpty || name.Similarity(PayerName.Of(account.Debtor?.Name)) >= SameName;
        var key = Clues.AccountKey(party.Account);
        var isOwnAccount = key is null || account.Debtor is { } debtor && debtor.Ibans.Any(iban => iban.Value == key);
        return LearntPayer.Of(isOwnName ? null : party.Name, isOwnAccount ? null : key);
    }
}
