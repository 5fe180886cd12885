using System.Collections.Frozen;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Matching;

/// <summary>What kind of entry the bank says it is, as far as matching depends on it.</summary>
internal enum EntryNature
{
    /// <summary>Money in that may settle receivables.</summary>
    MoneyIn,

    /// <summary>Money in that undoes an entry of the creditor's own: a transfer sent back, a charge refunded.</summary>
    MoneyBackIn,

    /// <summary>Money out that undoes a payment: returned direct debit, unpaid cheque, recall.</summary>
    Return,

    /// <summary>Money that the bank took for its services.</summary>
    BankCharge,

    /// <summary>Any other money out.</summary>
    MoneyOut,

    /// <summary>An entry of nothing.</summary>
    Nothing,
}

/// <summary>Tells entries apart by sign and by the codes of the bank.</summary>
internal static class EntryNatures
{
    // ISO 20022 external bank transaction sub-families.
    private static readonly FrozenSet<string> ReturnFamilies = Set("RRTN UPDD UPCQ RPCR PRDD RCDD");

    private static readonly FrozenSet<string> ChargeFamilies = Set("CHRG COMM FEES");

    // Codes opération interbancaire: unpaid cheques, debits, bills, cards; returned SDD; recalled instant transfers.
    private static readonly FrozenSet<string> ReturnOperations = Set("03 10 26 27 33 34 38 98 B3 B4 C4");

    private static readonly FrozenSet<string> ChargeOperations = Set("61 62 64 65 66");

    // Own transfers that come back, re-credits.
    private static readonly FrozenSet<string> MoneyBackOperations = Set("12 C3 C5");

    // SWIFT NRTI; German Geschäftsvorfallcodes of returned direct debits.
    private static readonly FrozenSet<string> ReturnCodes = Set("NRTI 108 109");

    // SWIFT NCHG; OFX FEE and SRVCHG; Geschäftsvorfallcodes of safe-custody fees and of 805 to 815, prices and commissions.
    private static readonly FrozenSet<string> ChargeCodes = Set("NCHG FEE SRVCHG 801 805 806 807 808 809 810 811 812 813 814 815");

    private static readonly FrozenSet<string> MoneyBackCodes = Set("159 160 181 184");

    // Where a format has no codes, the bank's words are all there is.
    private static readonly FrozenSet<string> ReturnWords = Set(
        "IMPAYE IMPAYES IMPAYEE REJET REJETE REJETEE RETOURNE RUECKLASTSCHRIFT RUCKLASTSCHRIFT RETOURE RETURNED UNPAID CHARGEBACK");

    /// <summary>What an entry is.</summary>
    public static EntryNature Of(StatementEntry entry)
    {
        if (entry.Amount.IsZero)
            return EntryNature.Nothing;
        if (entry.Amount.IsPositive)
            return IsMoneyBack(entry) ? EntryNature.MoneyBackIn : EntryNature.MoneyIn;
        if (Has(entry.Code, ChargeFamilies, ChargeOperations, ChargeCodes))
            return EntryNature.BankCharge;
        return IsReturn(entry) ? EntryNature.Return : EntryNature.MoneyOut;
    }

    /// <summary>The bank's code in words: whichever of the three it gives.</summary>
    public static string CodeOf(StatementEntry entry) =>
        entry.Code.Domain ?? entry.Code.CodeOperationInterbancaire ?? entry.Code.Proprietary ?? "";

    private static bool IsMoneyBack(StatementEntry entry) =>
        entry.IsReversal || Has(entry.Code, ReturnFamilies, MoneyBackOperations, MoneyBackCodes);

    private static bool IsReturn(StatementEntry entry) =>
        entry.IsReversal || entry.Details.Any(detail => detail.ReturnReason is not null)
        || Has(entry.Code, ReturnFamilies, ReturnOperations, ReturnCodes)
        || (entry.Code == default && SaysReturn(entry));

    private static bool SaysReturn(StatementEntry entry) =>
        entry.Details.SelectMany(detail => detail.Remittance).Append(entry.BankText ?? "").SelectMany(PayerName.WordsOf).Any(ReturnWords.Contains);

    private static bool Has(BankTransactionCode code, FrozenSet<string> families, FrozenSet<string> operations, FrozenSet<string> proprietary) =>
        (code.Domain is { } domain && families.Contains(domain[(domain.LastIndexOf('/') + 1)..]))
        || (code.CodeOperationInterbancaire is { } operation && operations.Contains(operation))
        || (code.Proprietary is { } own && own.Split(['+', '/', ' ', ':', '-']).Any(proprietary.Contains));

    private static FrozenSet<string> Set(string codes) => codes.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
