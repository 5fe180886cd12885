using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Recovery;

/// <summary>Composes the text of a stage for a debtor. Nothing is left blank: what a text needs is there, or the letter is refused.</summary>
public static class Letters
{
    /// <summary>The languages of letters; English serves every language that is not listed.</summary>
    public static ImmutableArray<string> Languages { get; } = ["fr", "en"];

    /// <summary>Composes a letter.</summary>
    /// <param name="account">The account with the debtor's data.</param>
    /// <param name="stage">The stage's name in the policy.</param>
    /// <param name="items">What is asked for, as it is open now: the items of the contact's verdict.</param>
    /// <param name="policy">The policy with the texts.</param>
    /// <param name="creditor">In whose name it is written.</param>
    /// <param name="date">The date that it bears.</param>
    public static LetterOutcome Compose(
        DebtorAccount account, string stage, ImmutableArray<DunnedItem> items, RecoveryPolicy policy, Creditor creditor, DateOnly date)
    {
        if (policy.Stage(stage) is not { } asked)
            return Refuse(LetterRefusals.StageUnknown, $"Policy {policy.Name} has no stage '{stage}'.");
        if (account.Debtor is not { } debtor)
            return Refuse(LetterRefusals.DebtorUnknown, $"The data of debtor {account.Id.Debtor} are not known.");
        if (!asked.DebtorKinds.Contains(debtor.Kind))
            return Refuse(LetterRefusals.TextMissing, $"Stage '{stage}' has no text for a debtor of kind {debtor.Kind}.");
        if (items.IsDefaultOrEmpty)
            return Refuse(LetterRefusals.ItemOutdated, "There is nothing to write about.");
        if (items.Where(item => !Stands(account, item)).Select(item => item.Receivable).FirstOrDefault() is { } outdated)
            return Refuse(LetterRefusals.ItemOutdated, $"Receivable {outdated} is not open as the letter would say.");

        var language = Language(asked.IsInternal ? creditor.DefaultLanguage : debtor.Language);
        var words = LetterWords.Of(language);
        var values = new LetterValues(account, debtor, asked, items, creditor, date, words);
        if (!(values.Sum - values.Credit).IsPositive)
            return Refuse(LetterRefusals.NothingToPay, $"Credits of {values.Credit} cover the {values.Sum} that the letter would ask for.");
        return new LetterComposition(asked.Texts[language], debtor.Kind, values, words, language).Outcome();
    }

    internal static LetterOutcome Refuse(string code, string message) => new LetterOutcome.Refused(new LetterRefusal(code, message));

    private static bool Stands(DebtorAccount account, DunnedItem item) =>
        account.Receivables.TryGetValue(item.Receivable, out var receivable)
        && receivable.HasPart(item.Instalment) && receivable.OpenOf(item.Instalment) == item.Open;

    private static string Language(string asked) =>
        Languages.FirstOrDefault(language => asked.StartsWith(language, StringComparison.OrdinalIgnoreCase)) ?? "en";
}
