using System.Collections.Immutable;
using System.Globalization;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Pipeline.Api;

/// <summary>A payer of whom people said that they pay for the debtor.</summary>
/// <param name="Id">Names it where it is removed.</param>
/// <param name="Name">The payer's name; null where only the account is known.</param>
/// <param name="Account">The payer's account; null where only the name is known.</param>
/// <param name="IsDoubted">A candidate that rested on it was rejected: it speaks for nobody until somebody says so anew.</param>
/// <param name="Matches">The matches in which people confirmed it; empty where it was entered by hand alone.</param>
/// <param name="Decision">Who said so last, or who rejected it.</param>
/// <param name="Says">The same in a sentence.</param>
public sealed record PayerView(
    string Id, string? Name, string? Account, bool IsDoubted, ImmutableArray<string> Matches, DecisionView Decision, string Says)
{
    /// <summary>The payers that are known or doubted; those that were removed are not shown.</summary>
    internal static ImmutableArray<PayerView> AllOf(DebtorAccount account, string language) =>
        [.. account.Payers.Values.Where(payer => payer.IsKnown || payer.IsDoubted).Select(payer => Of(payer, language))];

    private static PayerView Of(PayerState payer, string language)
    {
        var decision = payer.Forgotten?.Decision ?? payer.LearntBy;
        return new PayerView(
            payer.Payer.Id, payer.Payer.Name, payer.Payer.Account, payer.IsDoubted, payer.Matches, DecisionView.Of(decision), Sentence(payer, decision, language));
    }

    private static string Sentence(PayerState payer, Decision decision, string language)
    {
        var day = decision.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var who = decision.By.Name;
        return (payer.IsDoubted, payer.Matches.IsEmpty, language) switch
        {
            (true, _, "fr") => $"{who} a écarté le {day} une proposition fondée sur ce payeur",
            (true, _, _) => $"{who} rejected a candidate that rested on this payer on {day}",
            (false, true, "fr") => $"{who} a saisi ce payeur le {day}",
            (false, true, _) => $"{who} entered this payer on {day}",
            (false, false, "fr") => $"{who} a confirmé le {day} un paiement de ce payeur",
            (false, false, _) => $"{who} confirmed a payment of this payer on {day}",
        };
    }
}
