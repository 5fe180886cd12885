namespace Reconciliation.Domain.Statements.Text;

/// <summary>The single-valued fields of a payment that statement texts give.</summary>
internal enum DetailField
{
    EndToEndId,
    InstructionId,
    PaymentInformationId,
    MandateId,
    ChequeNumber,
    BankReference,
    CounterpartyName,
    CounterpartyAccount,
    CounterpartyBank,
    CounterpartyId,
    UltimateName,
    UltimateId,
    Purpose,
    ReturnReason,

    /// <summary>Of the entry as a whole.</summary>
    BankText,

    /// <summary>Of the entry as a whole: the bank's own code of the operation.</summary>
    BankCode,
}
