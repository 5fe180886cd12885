using System.Collections.Immutable;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Ledger;

/// <summary>A receivable in its account: the document, what was settled of it, and where recovery stands.</summary>
public sealed record ReceivableState
{
    /// <summary>The document.</summary>
    public required Receivable Receivable { get; init; }

    /// <summary>Its terms by sequence; empty where it is due at once.</summary>
    public ImmutableArray<Instalment> Instalments { get; init; } = [];

    /// <summary>What payments and discounts settled, by term (0 where there are none), with the sign of the document.</summary>
    public ImmutableSortedDictionary<int, Money> SettledByInstalment { get; init; } = ImmutableSortedDictionary<int, Money>.Empty;

    /// <summary>What the debtor disputes it for; null where it does not.</summary>
    public string? Dispute { get; init; }

    /// <summary>How the last dispute ended; null where there was none, or while there is one.</summary>
    public string? DisputeOutcome { get; init; }

    /// <summary>The stages of recovery that were reached, in order of time.</summary>
    public ImmutableArray<ReachedStage> Stages { get; init; } = [];

    /// <summary>What is settled, with the sign of the document.</summary>
    public Money Settled => Money.Sum(SettledByInstalment.Values, Receivable.Amount.Currency);

    /// <summary>What is still open: positive on an invoice, negative on a credit note, zero when settled.</summary>
    public Money Open => Receivable.SignedAmount - Settled;

    /// <summary>What is open of a term, or of the whole for null.</summary>
    public Money OpenOf(int? instalment) =>
        instalment is { } sequence
            ? Instalments.First(i => i.Sequence == sequence).Amount - SettledOf(sequence)
            : Receivable.SignedAmount - SettledOf(0);

    /// <summary>The parts that are due on their own: the terms, or the whole receivable as one.</summary>
    public IEnumerable<DuePart> Parts() =>
        Instalments.IsEmpty
            ? [new DuePart(null, Receivable.DueDate, Receivable.SignedAmount, OpenOf(null))]
            : Instalments.Select(i => new DuePart(i.Sequence, i.DueDate, i.Amount, OpenOf(i.Sequence)));

    /// <summary>True where the receivable has that term, or has none and null is asked.</summary>
    public bool HasPart(int? instalment) =>
        instalment is { } sequence ? Instalments.Any(i => i.Sequence == sequence) : Instalments.IsEmpty;

    internal ReceivableState Settle(int? instalment, Money amount) => this with
    {
        SettledByInstalment = SettledByInstalment.SetItem(instalment ?? 0, SettledOf(instalment ?? 0) + amount),
    };

    private Money SettledOf(int sequence) =>
        SettledByInstalment.GetValueOrDefault(sequence, Money.Zero(Receivable.Amount.Currency));
}

/// <summary>A part of a receivable that falls due on its own.</summary>
/// <param name="Instalment">The term; null for a receivable without terms.</param>
/// <param name="DueDate">The last day on which payment is in time, inclusive.</param>
/// <param name="Amount">What was due at first, with the sign of the document.</param>
/// <param name="Open">What is open of it, with the sign of the document.</param>
public readonly record struct DuePart(int? Instalment, DateOnly DueDate, Money Amount, Money Open);

/// <summary>A stage of recovery that was reached for a part of a receivable.</summary>
/// <param name="Stage">The stage's name in the policy.</param>
/// <param name="Instalment">The term; null for a receivable without terms.</param>
/// <param name="At">When.</param>
public readonly record struct ReachedStage(string Stage, int? Instalment, DateTimeOffset At);
