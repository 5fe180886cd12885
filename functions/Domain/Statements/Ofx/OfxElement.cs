namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>The elements of an entry that have a meaning here (section 11.4.4).</summary>
internal enum OfxElement
{
    /// <summary>Any other: it is kept by its name.</summary>
    Other,
    Type,
    Posted,
    Initiated,
    Available,
    Amount,
    FinancialId,
    CorrectedId,
    CorrectAction,
    ChequeNumber,
    Reference,
    Name,
    ExtendedName,
    Payee,
    Memo,

    /// <summary>NAME in PAYEE.</summary>
    PayeeName,

    /// <summary>CURSYM in CURRENCY.</summary>
    CurrencySymbol,

    /// <summary>CURRATE in CURRENCY.</summary>
    CurrencyRate,
}
