using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Recovery;

/// <summary>A part of an invoice of which something is open, and how far credits of the debtor cover it.</summary>
/// <param name="State">The invoice.</param>
/// <param name="Part">The part.</param>
/// <param name="Net">
/// What is open of it after the debtor's credit notes and money on account, zero or positive. Credits count against
/// undisputed parts first and the oldest first, so that nobody is dunned for what the creditor holds already.
/// </param>
internal sealed record OpenPart(ReceivableState State, DuePart Part, Money Net)
{
    public DunnedItem Item => new(State.Receivable.Number, Part.Instalment, Part.DueDate, Part.Open);

    public bool IsDisputed => State.Dispute is not null;

    /// <summary>The stages that the part reached, in order of time.</summary>
    public IEnumerable<ReachedStage> Reached => State.Stages.Where(stage => stage.Instalment == Part.Instalment);

    public bool Is(DunnedItem item) => item.Receivable == State.Receivable.Number && item.Instalment == Part.Instalment;

    /// <summary>True where a debt of this age is not dunned without a person.</summary>
    public bool MayBePrescribed(DateOnly today, int years) => Part.DueDate.Year + years < 9999 && today > Part.DueDate.AddYears(years);

    /// <summary>Every part of an invoice with something open, oldest due date first.</summary>
    public static ImmutableArray<OpenPart> Of(DebtorAccount account)
    {
        var parts = account.Receivables.Values.SelectMany(state => state.Parts().Select(part => (State: state, Part: part))).ToList();
        var credit = account.OnAccount - Money.Sum(parts.Select(p => p.Part.Open).Where(open => open.IsNegative), account.Id.Currency);
        var open = ImmutableArray.CreateBuilder<OpenPart>();
        foreach (var (state, part) in parts.Where(p => p.Part.Open.IsPositive).OrderBy(p => p.State.Dispute is not null).ThenBy(p => p.Part.DueDate))
        {
            var covered = Money.Min(credit, part.Open);
            credit -= covered;
            open.Add(new OpenPart(state, part, part.Open - covered));
        }

        return [.. open.OrderBy(p => p.Part.DueDate)];
    }
}
