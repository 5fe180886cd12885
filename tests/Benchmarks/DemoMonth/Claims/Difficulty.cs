namespace Reconciliation.Benchmarks.DemoMonth.Claims;

/// <summary>What makes an entry easy or hard to explain; the label of the truth.</summary>
internal enum Difficulty
{
    NumberGiven,
    NumberReshaped,
    NumberSplit,
    NumberMisspelt,
    StructuredReference,
    OrderNumber,
    CustomerNumber,
    KnownAccountOnly,
    NameOnly,
    SeveralInvoices,
    SeveralLessCreditNote,
    Partial,
    InParts,
    Overpaid,
    Underpaid,
    LessBankCharges,
    DiscountTaken,
    DiscountTooLate,
    PaidTwice,
    Twins,
    MonthlyContract,
    ThirdParty,
    AccountOfAnother,
    Homonyms,
    PublicMandate,
    Instalment,
    DirectDebit,
    ReturnedDebit,
    Cheques,
    BatchCredit,
    SettledLongAgo,
    Deposit,
    WebOrder,
    LookAlike,
    BankFee,
    Ordinary,
}

internal static class Difficulties
{
    /// <summary>The label in files: <c>number-given</c>.</summary>
    public static string Label(this Difficulty difficulty) => string.Concat(
        difficulty.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>What it means, for the page about the month.</summary>
    public static string Meaning(this Difficulty difficulty) => difficulty switch
    {
        Difficulty.NumberGiven => "the invoice number as printed, in the text or as end-to-end reference",
        Difficulty.NumberReshaped => "the number without prefix, year, zeros or hyphen",
        Difficulty.NumberSplit => "the number broken over two lines or by a blank",
        Difficulty.NumberMisspelt => "a wrong, missing or swapped character; some hit the number of another invoice",
        Difficulty.StructuredReference => "the RF reference (ISO 11649), structured or in the text",
        Difficulty.OrderNumber => "the buyer's order number only",
        Difficulty.CustomerNumber => "the customer number only",
        Difficulty.KnownAccountOnly => "no reference; the payer's IBAN is known",
        Difficulty.NameOnly => "no reference, no known IBAN; name and amount",
        Difficulty.SeveralInvoices => "one payment for two to four invoices: a list, a range, or the sum only",
        Difficulty.SeveralLessCreditNote => "invoices less a credit note in one payment",
        Difficulty.Partial => "a part; the rest stays open",
        Difficulty.InParts => "one invoice in two or three payments",
        Difficulty.Overpaid => "more than was open; the rest is money on account",
        Difficulty.Underpaid => "a few cents or swapped digits too little",
        Difficulty.LessBankCharges => "from abroad, less the banks' charges",
        Difficulty.DiscountTaken => "the early-payment discount deducted in time",
        Difficulty.DiscountTooLate => "the discount deducted after its last day: the rest stays open",
        Difficulty.PaidTwice => "an invoice paid twice; the second payment settles nothing",
        Difficulty.Twins => "two equal payments of one day for two equal invoices: both count",
        Difficulty.MonthlyContract => "equal monthly invoices and no word on which month",
        Difficulty.ThirdParty => "a parent company, a spouse or an accountant pays",
        Difficulty.AccountOfAnother => "the payer's IBAN is known for another debtor, the number is right",
        Difficulty.Homonyms => "two debtors of one name owe the same amount; only a person can tell",
        Difficulty.PublicMandate => "a public treasurer pays under another name with mandate and bordereau numbers",
        Difficulty.Instalment => "a term of a payment plan",
        Difficulty.DirectDebit => "direct debits collected, one batch and single entries",
        Difficulty.ReturnedDebit => "a direct debit or cheque that comes back",
        Difficulty.Cheques => "a deposit slip of cheques; the statement names nobody",
        Difficulty.BatchCredit => "one booking with several payers in its details",
        Difficulty.SettledLongAgo => "names an invoice that is not open any more",
        Difficulty.Deposit => "a deposit on an offer, from a debtor with open invoices",
        Difficulty.WebOrder => "an order paid in advance by somebody who owes nothing",
        Difficulty.LookAlike => "a stranger's payment of the amount of an open invoice, or with digits like its number",
        Difficulty.BankFee => "the bank's own charges",
        Difficulty.Ordinary => "suppliers, salaries, taxes, cards, own transfers: nothing to match",
    };
}
