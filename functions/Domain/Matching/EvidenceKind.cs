namespace Reconciliation.Domain.Matching;

/// <summary>The kinds of fact that the matcher weighs.</summary>
public enum EvidenceKind
{
    /// <summary>A structured creditor reference with right check digits is the item's.</summary>
    StructuredReferenceEqual,

    /// <summary>The receivable's number stands in the payment's text.</summary>
    NumberFound,

    /// <summary>The number stands there in another shape (split, other separators, without prefix or zeros).</summary>
    NumberFoundReshaped,

    /// <summary>A number stands there that is one character away.</summary>
    NumberNearlyFound,

    /// <summary>The text ends in the middle of the number: the bank cut it.</summary>
    NumberCut,

    /// <summary>Against: a number stands in the payment, or the beginning of one, that names nothing.</summary>
    NumberUnknown,

    /// <summary>The order number stands in the payment's text.</summary>
    OrderNumberFound,

    /// <summary>The customer number stands in the payment's text.</summary>
    CustomerNumberFound,

    /// <summary>The payer's account is known for the debtor.</summary>
    AccountKnown,

    /// <summary>The payer's account was learnt from earlier confirmed payments.</summary>
    AccountLearnt,

    /// <summary>The payer's name was learnt from earlier confirmed payments.</summary>
    NameLearnt,

    /// <summary>Against: the payer is known to pay for several debtors, and the payment names nothing.</summary>
    PayerOfSeveral,

    /// <summary>The payer's name is the debtor's.</summary>
    NameEqual,

    /// <summary>The payer's name resembles the debtor's.</summary>
    NameSimilar,

    /// <summary>The amount is exactly what is open.</summary>
    AmountExact,

    /// <summary>The amount is what is open less the early-payment discount, in time.</summary>
    AmountLessDiscount,

    /// <summary>The amount is the sum of several open items.</summary>
    AmountOfSeveral,

    /// <summary>The amount is less than what is open.</summary>
    AmountPartial,

    /// <summary>The amount is more than what is open.</summary>
    AmountAbove,

    /// <summary>Bank charges account for the difference.</summary>
    AmountLessCharges,

    /// <summary>Against: the payer's account belongs to another debtor.</summary>
    AccountOfAnother,

    /// <summary>Against: the payer's name is unlike the debtor's.</summary>
    NameDiffers,

    /// <summary>Against: the payment names a receivable of another debtor.</summary>
    NumberOfAnother,

    /// <summary>Against: the debtor disputes the item.</summary>
    Disputed,

    /// <summary>Against: the item was already paid.</summary>
    AlreadyPaid,

    /// <summary>Against: the payment came before the item was issued.</summary>
    BeforeIssue,

    /// <summary>Against: the payer says that the payment settles everything (pour solde de tout compte), and it does not.</summary>
    FinalSettlementClaimed,

    /// <summary>Against: another explanation fits about as well.</summary>
    AnotherFits,

    /// <summary>Against: another exact set of items comes to the same sum.</summary>
    AnotherSetFits,

    /// <summary>The bank says that the entry undoes an earlier payment, which was found.</summary>
    ReturnOfPayment,

    /// <summary>The entry carries a reference of the payment that it undoes (end-to-end identification, mandate).</summary>
    ReferenceOfPayment,

    /// <summary>The bank says that the entry undoes an earlier payment, which is not known as applied.</summary>
    ReturnOfUnknown,

    /// <summary>The bank says that the money is the creditor's own coming back: a returned transfer, a refunded charge.</summary>
    MoneyBack,

    /// <summary>The bank says that the entry is a charge for its services.</summary>
    ChargeOfBank,

    /// <summary>The entry says two things of itself that cannot both be: its dates, or its amount and the sum of its parts.</summary>
    PaymentContradictory,

    /// <summary>Nothing open fits.</summary>
    NothingFits,

    /// <summary>Money out that is neither a return nor a charge of the bank.</summary>
    MoneyOut,

    /// <summary>The entry was matched before, and that match was undone: by whom and why.</summary>
    MatchUndone,

    /// <summary>A rule of the team says what the entry is, and it decides.</summary>
    RuleDecides,

    /// <summary>A rule of the team proposes what the entry is; a person is to agree.</summary>
    RuleProposes,

    /// <summary>A rule of the team says that the entry is no payment of a receivable, and why.</summary>
    RuleLeaves,

    /// <summary>A rule of the team leaves the entry to a person, and says why.</summary>
    RuleHolds,

    /// <summary>A rule of the team asks the matcher to be surer than usual.</summary>
    RuleAsksForMore,

    /// <summary>A rule of the team stands in the place of the matcher, and finds nothing that it could act on.</summary>
    RuleFindsNothing,
}
