using System.Collections.Immutable;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Checks;

/// <summary>
/// Finds entries of a statement that stand one behind the other and are alike in everything. A run of them is one
/// finding, known once it has ended.
/// </summary>
internal sealed class AlikeEntries
{
    private StatementEntry? _last;
    private StatementEntry? _first;

    /// <summary>The finding about the run that this entry ends; null for none.</summary>
    public Diagnostic? See(StatementEntry entry)
    {
        var isAlike = _last is { } last && last.Amount == entry.Amount && AreAlike(last, entry);
        var ended = isAlike ? null : End();
        if (isAlike)
            _first ??= _last;
        _last = entry;
        return ended;
    }

    /// <summary>The finding about a run that lasts to the end of the statement; null for none.</summary>
    public Diagnostic? End()
    {
        if (_first is not { } first || _last is not { } last)
            return null;
        _first = null;
        var range = last.Position == first.Position + 1 ? "and" : "to";
        return DiagnosticRules.EntriesAlike.At(
            $"{Wording.LeadingEntry(first.Position, first.Line)} {range} {Wording.Entry(last.Position, last.Line)} of {first.Amount} on {first.BookingDate} are alike in everything.",
            last.Line, "entry", first.Amount.ToDecimalString());
    }

    // An entry with a reference of the bank is told from its twin by it, and what repeats it is another finding.
    private static bool AreAlike(StatementEntry one, StatementEntry other) =>
        !one.Amount.IsZero
        && one.BankReference is null && other.BankReference is null
        && one.BookingDate == other.BookingDate
        && one.ValueDate == other.ValueDate
        && one.Status == other.Status
        && one.IsReversal == other.IsReversal
        && one.EntryReference == other.EntryReference
        && one.Code == other.Code
        && one.Charges == other.Charges
        && one.BankText == other.BankText
        && one.Other.SequenceEqual(other.Other)
        && one.Details.SequenceEqual(other.Details, AreAlike);

    private static bool AreAlike(TransactionDetail one, TransactionDetail other) =>
        one.Amount == other.Amount
        && one.References == other.References
        && one.Counterparty == other.Counterparty
        && one.UltimateCounterparty == other.UltimateCounterparty
        && one.Purpose == other.Purpose
        && one.ReturnReason == other.ReturnReason
        && one.Remittance.SequenceEqual(other.Remittance)
        && one.CreditorReferences.SequenceEqual(other.CreditorReferences)
        && one.ReferredDocuments.SequenceEqual(other.ReferredDocuments)
        && one.Other.SequenceEqual(other.Other);
}
