using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Matching.Rules;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Matching;

/// <summary>Loads what payments may concern: accounts by the index and by rules, payers known from before, payments that stand applied.</summary>
public sealed class EntrySurroundings(IStatementStore statements, IAccountStreams streams, IOpenItemIndex index, CreditorSettings settings)
{
    private const int MostAccountsAKey = 50;
    private const int ReturnWindowDays = 400;

    /// <summary>Loads what some payments may concern.</summary>
    /// <param name="payments">The payments.</param>
    /// <param name="rules">The rules by which accounts are found beside the payments' own keys.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<KnownSurroundings> LoadAsync(IReadOnlyList<Payment> payments, RuleBook rules, CancellationToken cancellation)
    {
        var keys = payments.SelectMany(payment => IndexKeys.Of(payment).Concat(rules.KeysOf(payment))).ToHashSet();
        var named = payments.SelectMany(payment => rules.AccountsOf(payment, settings.CreditorId));
        var found = (await index.FindAsync(keys, MostAccountsAKey, cancellation)).Concat(named).Distinct().ToList();
        var accounts = await streams.LoadAsync(found, cancellation);
        var payers = await PayersAsync(accounts, keys, cancellation);
        return new KnownSurroundings(accounts, [.. payers], [.. await AppliedAsync(payments, cancellation)]);
    }

    // A payer under whom the index finds too many accounts pays for others than those that were loaded.
    private async Task<IReadOnlyList<KnownPayer>> PayersAsync(
        IReadOnlyCollection<DebtorAccount> accounts, HashSet<IndexKey> keys, CancellationToken cancellation)
    {
        var payers = accounts.SelectMany(PayerLessons.Known).Select(payer => (Payer: payer, Keys: IndexKeys.OfPayer(payer).Where(keys.Contains).ToList()))
            .Where(found => found.Keys.Count > 0).ToList();
        if (payers.Count == 0)
            return [];
        var common = await index.CommonAsync([.. payers.SelectMany(found => found.Keys).Distinct()], MostAccountsAKey, cancellation);
        return payers.ConvertAll(found => found.Payer with { IsShared = found.Keys.TrueForAll(common.Contains) });
    }

    // A return names its payment by amount and reference, so the candidates are found by amount.
    private async Task<List<AppliedPayment>> AppliedAsync(IReadOnlyList<Payment> payments, CancellationToken cancellation)
    {
        var applied = new List<AppliedPayment>();
        var moneyOut = payments.Where(payment => payment.Amount.IsNegative).ToList();
        if (moneyOut.Count == 0)
            return applied;
        var since = moneyOut.Min(payment => payment.BookedOn).AddDays(-ReturnWindowDays);
        var amounts = moneyOut.Select(payment => payment.Amount.Abs()).Distinct().ToList();
        foreach (var credit in await statements.ExplainedCreditsAsync(amounts, since, cancellation))
        {
            if (credit.Matching is { Match: { Explanation: Settlement settlement } match })
                applied.Add(new AppliedPayment(credit.Payment, match.Id, settlement.Shares));
        }

        return applied;
    }
}

/// <summary>What is known around some payments.</summary>
/// <param name="Accounts">The accounts that they may concern.</param>
/// <param name="Payers">Who is known to pay for their debtors.</param>
/// <param name="Applied">Payments that stand applied and that money out may undo.</param>
public sealed record KnownSurroundings(
    ImmutableArray<DebtorAccount> Accounts, ImmutableArray<KnownPayer> Payers, ImmutableArray<AppliedPayment> Applied)
{
    /// <summary>What is known from before.</summary>
    public PaymentHistory History => PaymentHistory.Of(Payers, Applied);
}
