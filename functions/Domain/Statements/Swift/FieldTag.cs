namespace Reconciliation.Domain.Statements.Swift;

/// <summary>What a field of an MT940 or MT942 message is.</summary>
internal enum FieldTag
{
    /// <summary>Not a field.</summary>
    None,

    /// <summary>A block of the SWIFT envelope: <c>{1:...}</c>, <c>{2:I940...}</c>, <c>{4:</c>.</summary>
    Block,

    /// <summary>Field 20, transaction reference number: a message begins.</summary>
    Reference,

    /// <summary>Field 21, related reference.</summary>
    RelatedReference,

    /// <summary>Field 13D (13), date and time of an interim report.</summary>
    DateTime,

    /// <summary>Field 25 or 25P, account identification.</summary>
    Account,

    /// <summary>Field 28C (28), statement and sequence number.</summary>
    StatementNumber,

    /// <summary>Field 34F, floor limit of an interim report.</summary>
    FloorLimit,

    /// <summary>Field 60F, opening balance of the statement.</summary>
    OpeningBalance,

    /// <summary>Field 60M, intermediate opening balance, of a page after the first.</summary>
    PageOpeningBalance,

    /// <summary>Field 61, statement line.</summary>
    Entry,

    /// <summary>Field 62F, closing balance of the statement.</summary>
    ClosingBalance,

    /// <summary>Field 62M, intermediate closing balance, of a page before the last.</summary>
    PageClosingBalance,

    /// <summary>Field 64 or 65, available balance now or later.</summary>
    AvailableBalance,

    /// <summary>Field 86, information to the account owner.</summary>
    Information,

    /// <summary>Field 90D, number and sum of debits.</summary>
    DebitTotal,

    /// <summary>Field 90C, number and sum of credits.</summary>
    CreditTotal,

    /// <summary>Field NS and its kin, a bank's own.</summary>
    Private,

    /// <summary>The end mark: <c>-</c>, <c>-}</c> or <c>-XXX</c>.</summary>
    MessageEnd,
}
