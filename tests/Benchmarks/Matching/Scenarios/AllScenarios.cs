using System.Collections.Frozen;

namespace Reconciliation.Benchmarks.Matching.Scenarios;

/// <summary>Every scenario by its name.</summary>
internal static class AllScenarios
{
    public static FrozenDictionary<string, Action<Scene>> ByName { get; } = new Dictionary<string, Action<Scene>>
    {
        ["structured-reference"] = NumberGiven.StructuredReference,
        ["number-as-printed"] = NumberGiven.AsPrinted,
        ["number-reshaped"] = NumberGiven.Reshaped,
        ["digits-only"] = NumberGiven.DigitsOnly,
        ["zeros-lost"] = NumberGiven.ZerosLost,
        ["year-lost"] = NumberGiven.YearLost,
        ["number-over-two-lines"] = NumberGiven.SplitOverLines,
        ["number-in-end-to-end-id"] = NumberGiven.InEndToEndId,
        ["number-in-document-field"] = NumberGiven.InDocumentField,
        ["number-misspelt"] = NumberGiven.Misspelt,
        ["several-in-full"] = ListsOfNumbers.InFull,
        ["several-abbreviated"] = ListsOfNumbers.Abbreviated,
        ["several-glued"] = ListsOfNumbers.Glued,
        ["several-truncated"] = ListsOfNumbers.Truncated,
        ["customer-number"] = NoNumber.CustomerNumber,
        ["order-number"] = NoNumber.OrderNumber,
        ["known-account"] = NoNumber.KnownAccount,
        ["name-only"] = NoNumber.NameOnly,
        ["exact-sum"] = NoNumber.ExactSum,
        ["oldest-of-equal"] = NoNumber.OldestOfEqual,
        ["round-on-account"] = NoNumber.RoundOnAccount,
        ["third-party-with-number"] = OtherPayers.ThirdPartyWithNumber,
        ["third-party-with-name"] = OtherPayers.ThirdPartyWithName,
        ["account-of-another"] = OtherPayers.AccountOfAnother,
        ["number-of-another"] = OtherPayers.NumberOfAnother,
        ["no-receivable"] = OtherPayers.NoReceivable,
        ["one-term"] = Terms.OneTerm,
        ["several-terms"] = Terms.SeveralTerms,
        ["part-of-term"] = Terms.PartOfTerm,
        ["charges-stated"] = OtherAmounts.ChargesStated,
        ["charges-silent"] = OtherAmounts.ChargesSilent,
        ["discount-in-time"] = OtherAmounts.DiscountInTime,
        ["discount-too-late"] = OtherAmounts.DiscountTooLate,
        ["overpaid"] = OtherAmounts.Overpaid,
        ["part-of-named"] = OtherAmounts.PartOfNamed,
        ["with-indemnity"] = OtherAmounts.WithIndemnity,
        ["credit-note-named"] = OtherAmounts.CreditNoteNamed,
        ["credit-note-silent"] = OtherAmounts.CreditNoteSilent,
        ["paid-twice"] = Repetitions.PaidTwice,
        ["returned-direct-debit"] = Repetitions.ReturnedDirectDebit,
    }.ToFrozenDictionary();
}
