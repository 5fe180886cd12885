using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements;

/// <summary>One payment inside an entry, with everything that says who paid what for which reason (camt TxDtls).</summary>
public sealed record TransactionDetail
{
    /// <summary>
    /// The amount with the sign of its direction, in the account's currency; null where the bank gives none such for the
    /// single payment.
    /// </summary>
    public Money? Amount { get; init; }

    /// <summary>References that travel with the payment.</summary>
    public PaymentReferences References { get; init; } = PaymentReferences.None;

    /// <summary>The other side: the debtor of money in, the creditor of money out.</summary>
    public Party Counterparty { get; init; } = Party.Unknown;

    /// <summary>On whose behalf the other side acts (UltmtDbtr, ABWA+, NPO); unknown where not given.</summary>
    public Party UltimateCounterparty { get; init; } = Party.Unknown;

    /// <summary>Unstructured remittance lines (libellé), in order, as written.</summary>
    public ImmutableArray<string> Remittance { get; init; } = [];

    /// <summary>Structured creditor references in the order of the file, as written (camt CdtrRefInf/Ref, CFONB LCS).</summary>
    public ImmutableArray<string> CreditorReferences { get; init; } = [];

    /// <summary>Documents that the payer names (camt RfrdDocInf).</summary>
    public ImmutableArray<ReferredDocument> ReferredDocuments { get; init; } = [];

    /// <summary>Purpose code or text (SALA, GDDS, ...); null for none.</summary>
    public string? Purpose { get; init; }

    /// <summary>Why a payment came back (ISO 20022 external return reason such as AM04, or the bank's own); null for none.</summary>
    public string? ReturnReason { get; init; }

    /// <summary>Fields of the file that have no place of their own here, as <c>name=value</c>: kept and named, never dropped.</summary>
    public ImmutableArray<string> Other { get; init; } = [];
}

/// <summary>References of a payment; each is null where it is not given or says NOTPROVIDED or NONREF.</summary>
public sealed record PaymentReferences
{
    /// <summary>No reference at all.</summary>
    public static PaymentReferences None { get; } = new();

    /// <summary>Set by the payer and carried unchanged to the beneficiary (EndToEndId, EREF+, RCN), 35 characters at most.</summary>
    public string? EndToEndId { get; init; }

    /// <summary>Set by the party that instructs its bank (InstrId).</summary>
    public string? InstructionId { get; init; }

    /// <summary>Set by the first bank (TxId).</summary>
    public string? TransactionId { get; init; }

    /// <summary>Unique end-to-end transaction reference.</summary>
    public string? Uetr { get; init; }

    /// <summary>Référence unique de mandat of a direct debit (MndtId, MREF+, RUM).</summary>
    public string? MandateId { get; init; }

    /// <summary>Cheque number.</summary>
    public string? ChequeNumber { get; init; }

    /// <summary>The payment order's batch (PmtInfId, KREF+).</summary>
    public string? PaymentInformationId { get; init; }

    /// <summary>The bank's reference of the single payment (AcctSvcrRef in TxDtls/Refs).</summary>
    public string? BankReference { get; init; }
}

/// <summary>A party to a payment; each part is null where it is not given.</summary>
public sealed record Party
{
    /// <summary>Nothing is known.</summary>
    public static Party Unknown { get; } = new();

    /// <summary>The name as written.</summary>
    public string? Name { get; init; }

    /// <summary>The account, as IBAN where it is one, else as written.</summary>
    public string? Account { get; init; }

    /// <summary>The bank: BIC or national code.</summary>
    public string? Bank { get; init; }

    /// <summary>An identification (SIREN, LEI, creditor identifier).</summary>
    public string? Id { get; init; }
}

/// <summary>A document that the payer says the payment is for.</summary>
/// <param name="Number">Its number as written.</param>
/// <param name="Type">Its type code (CINV, CREN, ...); null for none.</param>
/// <param name="Amount">The part of the payment for it; null where not given.</param>
public sealed record ReferredDocument(string Number, string? Type, Money? Amount);
