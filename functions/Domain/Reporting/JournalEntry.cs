using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Reporting;

/// <summary>A balanced entry of a journal (écriture comptable): what happened, on the strength of which document.</summary>
public sealed record JournalEntry
{
    /// <summary>The journal that holds it.</summary>
    public required JournalKind Journal { get; init; }

    /// <summary>The accounting date: of the document, of the bank's booking, or of a reversal's decision.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The supporting document (pièce justificative): a receivable's number or a bank entry's identifier.</summary>
    public required string Piece { get; init; }

    /// <summary>The day of the document.</summary>
    public required DateOnly PieceDate { get; init; }

    /// <summary>What happened, in French.</summary>
    public required string Label { get; init; }

    /// <summary>When it was entered for good.</summary>
    public required DateTimeOffset ValidatedAt { get; init; }

    /// <summary>Its lines; none is zero, and they come to zero.</summary>
    public required ImmutableArray<Posting> Postings { get; init; }

    /// <summary>The day from which it cannot be changed: no earlier than its own date, for a document may be known before its day.</summary>
    public DateOnly ValidatedOn => JournalDays.Later(JournalDays.DayOf(ValidatedAt), Date);
}

/// <summary>Days of entries.</summary>
internal static class JournalDays
{
    public static DateOnly DayOf(DateTimeOffset instant) => new(instant.Year, instant.Month, instant.Day);

    public static DateOnly Later(DateOnly left, DateOnly right) => left > right ? left : right;
}
