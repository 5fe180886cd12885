namespace Reconciliation.Benchmarks.DemoMonth.Banks;

/// <summary>Kinds of bank operation in the month.</summary>
internal enum Operation
{
    TransferReceived,
    InstantReceived,
    ForeignReceived,
    BatchReceived,
    OwnTransferIn,
    DirectDebitCollected,
    DirectDebitReturned,
    ChequesDeposited,
    ChequeReturned,
    CardsCollected,
    CashDeposited,
    InterestReceived,
    TransferReturned,
    TransferSent,
    BatchSent,
    OwnTransferOut,
    DirectDebitPaid,
    ChequePaid,
    CardPaid,
    LoanPaid,
    TaxPaid,
    Fee,
}

/// <summary>An operation in the codes of each notation.</summary>
/// <param name="Domain">ISO 20022 domain, family and subfamily.</param>
/// <param name="Cfonb">Code opération interbancaire.</param>
/// <param name="Gvc">The German Geschäftsvorfallcode of field 86.</param>
/// <param name="Swift">The transaction type of field 61.</param>
/// <param name="Label">The bank's words.</param>
internal readonly record struct OperationCodes(string Domain, string Cfonb, string Gvc, string Swift, string Label)
{
    /// <summary>The operation in English: <c>direct debit paid</c>.</summary>
    public static string InWords(Operation operation) => string.Concat(
        operation.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()));

    public static OperationCodes Of(Operation operation) => operation switch
    {
        Operation.TransferReceived => new("PMNT/RCDT/ESCT", "05", "166", "NTRF", "VIR RECU"),
        Operation.InstantReceived => new("PMNT/RRCT/ESCT", "C2", "168", "NTRF", "VIR INST RECU"),
        Operation.ForeignReceived => new("PMNT/RCDT/XBCT", "45", "202", "NTRF", "VIR ETRANGER RECU"),
        Operation.BatchReceived => new("PMNT/RCDT/ESCT", "05", "194", "NTRF", "REMISE VIR RECUS"),
        Operation.OwnTransferIn => new("PMNT/RCDT/BOOK", "13", "166", "NTRF", "VIR TRESORERIE"),
        Operation.DirectDebitCollected => new("PMNT/IDDT/ESDD", "A1", "171", "NDDT", "REMISE PRLV SEPA"),
        Operation.DirectDebitReturned => new("PMNT/IDDT/UPDD", "B3", "109", "NRTI", "IMPAYE PRLV SEPA"),
        Operation.ChequesDeposited => new("PMNT/RCHQ/CCHQ", "02", "170", "NCHK", "REMISE CHEQUES"),
        Operation.ChequeReturned => new("PMNT/RCHQ/UPCQ", "03", "111", "NRTI", "CHEQUE IMPAYE"),
        Operation.CardsCollected => new("PMNT/MCRD/POSP", "30", "188", "NMSC", "REMISE CARTES"),
        Operation.CashDeposited => new("PMNT/CNTR/CDPT", "04", "082", "NMSC", "VERSEMENT ESPECES"),
        Operation.InterestReceived => new("ACMT/MCOP/INTR", "91", "814", "NINT", "INTERETS CREDITEURS"),
        Operation.TransferReturned => new("PMNT/ICDT/RRTN", "12", "159", "NRTI", "VIR EMIS REJETE"),
        Operation.TransferSent => new("PMNT/ICDT/ESCT", "06", "177", "NTRF", "VIR EMIS"),
        Operation.BatchSent => new("PMNT/ICDT/ESCT", "06", "191", "NTRF", "REMISE VIR EMIS"),
        Operation.OwnTransferOut => new("PMNT/ICDT/BOOK", "13", "177", "NTRF", "VIR TRESORERIE"),
        Operation.DirectDebitPaid => new("PMNT/RDDT/ESDD", "B1", "105", "NDDT", "PRLV SEPA"),
        Operation.ChequePaid => new("PMNT/ICHQ/CCHQ", "01", "101", "NCHK", "CHEQUE"),
        Operation.CardPaid => new("PMNT/CCRD/POSD", "28", "107", "NMSC", "CARTE"),
        Operation.LoanPaid => new("LDAS/FTLN/PPAY", "91", "815", "NLDP", "ECHEANCE PRET"),
        Operation.TaxPaid => new("PMNT/RDDT/BBDD", "67", "104", "NDDT", "PRLV B2B"),
        Operation.Fee => new("ACMT/MDOP/CHRG", "62", "808", "NCHG", "FRAIS BANCAIRES"),
    };
}
