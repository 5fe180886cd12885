namespace Reconciliation.Domain.Matching;

/// <summary>
/// A row of the match table: one allocation of one candidate, or one entry without an allocation. Amounts are decimal
/// figures of the entry's currency with a point, dates ISO 8601.
/// </summary>
/// <param name="Entry">The payment's identifier.</param>
/// <param name="BankReference">The bank's reference of the entry; empty for none.</param>
/// <param name="Account">The creditor's bank account.</param>
/// <param name="BookingDate">When the bank booked it.</param>
/// <param name="Amount">Positive for money in, negative for money out.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="EndToEndId">The payer's reference; empty for none.</param>
/// <param name="Remittance">The remittance lines, joined by a blank.</param>
/// <param name="Decision"><c>auto</c>, <c>review</c> or <c>none</c>.</param>
/// <param name="Rank">The candidate's place from 1; empty where there is none.</param>
/// <param name="Receivable">The receivable's number; empty for a row without an allocation.</param>
/// <param name="Instalment">The term; empty for a receivable without terms.</param>
/// <param name="Allocated">What the receivable gets, negative on a credit note and for a returned payment; empty without an allocation.</param>
/// <param name="Confidence">The candidate's probability with four decimals; empty where there is none.</param>
/// <param name="Evidence">The facts in words, separated by semicolons.</param>
public sealed record MatchRow(
    string Entry,
    string BankReference,
    string Account,
    string BookingDate,
    string Amount,
    string Currency,
    string EndToEndId,
    string Remittance,
    string Decision,
    string Rank,
    string Receivable,
    string Instalment,
    string Allocated,
    string Confidence,
    string Evidence)
{
    /// <summary>The columns in the order of the file.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "entry", "bank_reference", "account", "booking_date", "amount", "currency", "end_to_end_id", "remittance",
        "decision", "rank", "receivable", "instalment", "allocated", "confidence", "evidence",
    ];

    /// <summary>The cells in the order of <see cref="Columns"/>.</summary>
    public IReadOnlyList<string> Cells =>
    [
        Entry, BankReference, Account, BookingDate, Amount, Currency, EndToEndId, Remittance, Decision, Rank, Receivable,
        Instalment, Allocated, Confidence, Evidence,
    ];
}
