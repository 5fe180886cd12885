using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Matching;

/// <summary>
/// A part of a receivable that a payment can settle: the receivable as a whole, or one term of it, with everything
/// about it that a payment may show.
/// </summary>
public sealed record OpenItem
{
    /// <summary>The account it belongs to.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The document.</summary>
    public required Receivable Receivable { get; init; }

    /// <summary>The term; null for a receivable without terms.</summary>
    public int? Instalment { get; init; }

    /// <summary>The last day on which it is paid in time, inclusive.</summary>
    public required DateOnly DueDate { get; init; }

    /// <summary>What is open: positive on an invoice, negative on a credit note; zero for one that is settled, kept to recognise what was paid twice.</summary>
    public required Money Open { get; init; }

    /// <summary>Who owes.</summary>
    public required Debtor Debtor { get; init; }

    /// <summary>True while the debtor disputes it.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>The parts of every receivable of an account, the settled ones too, in order of due date and number.</summary>
    public static ImmutableArray<OpenItem> Of(DebtorAccount account)
    {
        var debtor = account.Debtor ?? new Debtor { Id = account.Id.Debtor, Name = account.Id.Debtor };
        var items =
            from state in account.Receivables.Values
            from part in state.Parts()
            orderby part.DueDate, state.Receivable.Number, part.Instalment
            select new OpenItem
            {
                Account = account.Id,
                Receivable = state.Receivable,
                Instalment = part.Instalment,
                DueDate = part.DueDate,
                Open = part.Open,
                Debtor = debtor,
                IsDisputed = state.Dispute is not null,
            };
        return [.. items];
    }
}
