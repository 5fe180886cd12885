using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements;

/// <summary>Whether an entry counts in the booked balances.</summary>
public enum EntryStatus
{
    /// <summary>In the books (BOOK).</summary>
    Booked,

    /// <summary>Expected, not yet in the books (PDNG).</summary>
    Pending,

    /// <summary>For information only (INFO).</summary>
    Information,
}

/// <summary>
/// One line of a statement: camt Ntry, field 61 with its 86, CFONB record 04 with its 05, OFX STMTTRN, BAI2 record 16,
/// a dated CSV row.
/// </summary>
public sealed record StatementEntry : StatementPart
{
    /// <summary>The place within its statement, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>The first line of the entry in the file, from 1; 0 where the format has no lines.</summary>
    public int Line { get; init; }

    /// <summary>The amount, positive for money in (credit), negative for money out (debit).</summary>
    public required Money Amount { get; init; }

    /// <summary>When the bank booked it.</summary>
    public required BookingDate BookingDate { get; init; }

    /// <summary>From when it bears interest; null where the file does not say.</summary>
    public ValueDate? ValueDate { get; init; }

    /// <summary>Whether it counts in the balances.</summary>
    public EntryStatus Status { get; init; } = EntryStatus.Booked;

    /// <summary>The bank says that it undoes an earlier entry (camt RvslInd, RC and RD); the sign of the amount already shows it.</summary>
    public bool IsReversal { get; init; }

    /// <summary>The bank's reference of the entry (camt AcctSvcrRef, field 61 after //, FITID); null for none.</summary>
    public string? BankReference { get; init; }

    /// <summary>The entry's own reference (camt NtryRef, field 61 subfield 7, CFONB entry number); null for none.</summary>
    public string? EntryReference { get; init; }

    /// <summary>What kind of operation the bank says it is.</summary>
    public BankTransactionCode Code { get; init; }

    /// <summary>What the bank kept of or added to the amount, positive; null where it does not say (camt Chrgs).</summary>
    public Money? Charges { get; init; }

    /// <summary>The bank's free text about the entry as a whole (camt AddtlNtryInf, CFONB label); null for none.</summary>
    public string? BankText { get; init; }

    /// <summary>
    /// The payments in it: none where the bank gives no details, one as a rule, several for a batch booking.
    /// </summary>
    public ImmutableArray<TransactionDetail> Details { get; init; } = [];

    /// <summary>
    /// Fields of the entry as a whole that have no place of their own here, as <c>name=value</c>: kept and named, never
    /// dropped.
    /// </summary>
    public ImmutableArray<string> Other { get; init; } = [];

    /// <summary>True for an entry that counts in the booked balances.</summary>
    public bool IsBooked => Status == EntryStatus.Booked;
}

/// <summary>The bank's classification of an entry; every part is null where it is not given.</summary>
/// <param name="Domain">ISO 20022 code <c>domain/family/subfamily</c>, for instance <c>PMNT/RCDT/ESCT</c>.</param>
/// <param name="Proprietary">The bank's own code: SWIFT type <c>NTRF</c>, German GVC <c>166</c>, OFX <c>CREDIT</c>.</param>
/// <param name="CodeOperationInterbancaire">Code opération interbancaire, the CFONB two-character operation code: <c>05</c>, <c>B1</c>.</param>
public readonly record struct BankTransactionCode(string? Domain, string? Proprietary, string? CodeOperationInterbancaire);
