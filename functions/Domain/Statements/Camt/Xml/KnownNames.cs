using System.Collections.Frozen;

namespace Reconciliation.Domain.Statements.Camt.Xml;

/// <summary>
/// The names of elements that the readers ask for. Their strings are the very ones in the code, so that a comparison with
/// them ends at the reference.
/// </summary>
internal static class KnownNames
{
    private static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet(
    [
        "Acct", "AcctSvcrRef", "AddtlInf", "AddtlNtryInf", "AddtlRmtInf", "AddtlTxInf", "Agt", "Amt", "AmtDtls",
        "AnyBIC", "BIC", "BICFI", "BICOrBEI", "Bal", "BkToCstmrAcctRpt", "BkToCstmrDbtCdtNtfctn", "BkToCstmrStmt",
        "BkTxCd", "BookgDt", "Btch", "Ccy", "Cd", "CdtDbtInd", "CdtNoteAmt", "Cdtr", "CdtrAcct", "CdtrAgt",
        "CdtrRef", "CdtrRefInf", "ChqNb", "Chrgs", "ClrSysMmbId", "CreDtTm", "Dbtr", "DbtrAcct", "DbtrAgt",
        "Document", "Domn", "Dt", "ElctrncSeqNb", "EndToEndId", "FinInstnId", "Fmly", "FrToDt", "GrpHdr", "Id",
        "InstrId", "Issr", "LEI", "LglSeqNb", "MmbId", "MndtId", "Nb", "NbOfNtries", "Nm", "Ntfctn", "Ntry",
        "NtryDtls", "NtryRef", "Othr", "OthrId", "PmtInfId", "Prtry", "PrtryAcct", "PrtryId", "Pty", "Purp", "Rcrd",
        "Ref", "Refs", "RfrdDocAmt", "RfrdDocInf", "RfrdDocNb", "RfrdDocTp", "RltdAgts", "RltdPties", "RmtInf",
        "RmtdAmt", "Rpt", "Rsn", "RtrInf", "RtrRsn", "RvslInd", "Stmt", "Strd", "Sts", "SubFmlyCd", "SubTp", "Sum",
        "ToDt", "ToDtTm", "Tp", "TtlCdtNtries", "TtlChrgsAndTaxAmt", "TtlDbtNtries", "TtlNtries", "TxAmt", "TxDtls",
        "TxId", "TxsSummry", "UETR", "UltmtCdtr", "UltmtDbtr", "Ustrd", "ValDt",
    ],
    StringComparer.Ordinal);

    /// <summary>The one string for a name that is known; any other name as it is.</summary>
    public static string Of(string name) => All.TryGetValue(name, out var known) ? known : name;
}
