using System.Collections.Immutable;
using Reconciliation.Domain.Matching.Reading;

namespace Reconciliation.Domain.Matching;

/// <summary>What is known from before: who paid for whom, and which payments stand applied.</summary>
public sealed class PaymentHistory
{
    private readonly Dictionary<string, HashSet<string>> _debtorsByAccount = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _debtorsByName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _doubtfulAccounts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _doubtfulNames = new(StringComparer.Ordinal);
    private readonly Dictionary<Money, List<AppliedPayment>> _appliedByAmount = [];

    private PaymentHistory()
    {
    }

    /// <summary>Nothing is known.</summary>
    public static PaymentHistory Empty { get; } = new();

    /// <summary>Learns from confirmed payers and applied payments, in any order.</summary>
    /// <param name="payers">Payers that were confirmed.</param>
    /// <param name="applied">Payments that were applied and not reversed since.</param>
    public static PaymentHistory Of(IEnumerable<KnownPayer> payers, IEnumerable<AppliedPayment> applied)
    {
        var history = new PaymentHistory();
        foreach (var payer in payers)
        {
            if (Clues.AccountKey(payer.Account) is { } account)
                Learn(history._debtorsByAccount, history._doubtfulAccounts, account, payer);
            if (PayerName.Of(payer.Name) is { IsEmpty: false } name)
                Learn(history._debtorsByName, history._doubtfulNames, name.Key, payer);
        }

        foreach (var payment in applied.OrderBy(a => a.Payment.BookedOn).ThenBy(a => a.MatchId, StringComparer.Ordinal))
        {
            if (!history._appliedByAmount.TryGetValue(payment.Payment.Amount, out var same))
                history._appliedByAmount.Add(payment.Payment.Amount, same = []);
            same.Add(payment);
        }

        return history;
    }

    /// <summary>The debtors for whom an account paid.</summary>
    internal IReadOnlySet<string> DebtorsOfAccount(string account) => _debtorsByAccount.GetValueOrDefault(account) ?? None;

    /// <summary>The debtors for whom somebody of this name paid.</summary>
    internal IReadOnlySet<string> DebtorsOfName(PayerName name) => _debtorsByName.GetValueOrDefault(name.Key) ?? None;

    /// <summary>An account that may pay for others than <see cref="DebtorsOfAccount"/> too.</summary>
    internal bool IsDoubtful(string account) => _doubtfulAccounts.Contains(account);

    /// <summary>A name that may pay for others than <see cref="DebtorsOfName"/> too.</summary>
    internal bool IsDoubtful(PayerName name) => _doubtfulNames.Contains(name.Key);

    /// <summary>The applied payments of an amount, the oldest first.</summary>
    internal IReadOnlyList<AppliedPayment> AppliedOf(Money amount) => _appliedByAmount.GetValueOrDefault(amount) ?? [];

    private static IReadOnlySet<string> None { get; } = ImmutableHashSet<string>.Empty;

    private static void Learn(Dictionary<string, HashSet<string>> debtors, HashSet<string> doubtful, string key, KnownPayer payer)
    {
        if (payer.IsRejected || payer.IsShared)
            doubtful.Add(key);
        if (payer.IsRejected)
            return;
        if (!debtors.TryGetValue(key, out var known))
            debtors.Add(key, known = new HashSet<string>(StringComparer.Ordinal));
        known.Add(payer.DebtorId);
    }
}
