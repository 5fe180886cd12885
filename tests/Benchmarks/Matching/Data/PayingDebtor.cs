using Reconciliation.Domain;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Benchmarks.Matching.Data;

/// <summary>A debtor with what its creditor need not know: from which account it pays, who stands behind it.</summary>
internal sealed class PayingDebtor
{
    private readonly HashSet<long> _amounts = [];

    /// <summary>What the creditor knows.</summary>
    public required Debtor Debtor { get; init; }

    /// <summary>The account from which it pays.</summary>
    public required Iban Account { get; init; }

    /// <summary>The BIC of its bank.</summary>
    public required string Bank { get; init; }

    /// <summary>The firm that holds it and at times pays for it; null for none.</summary>
    public PayingDebtor? Parent { get; init; }

    /// <summary>What every invoice of its contract comes to, in cents; null for a debtor without one.</summary>
    public long? ContractCents { get; init; }

    public List<Claim> Claims { get; } = [];

    /// <summary>The day of its last payment so far; the next comes no earlier.</summary>
    public DateOnly LastPaid { get; set; } = LabelledDays.FirstPayment;

    /// <summary>A payment rests on what else it owes, so no receivable may be added.</summary>
    public bool IsComplete { get; set; }

    public string Language => Debtor.Language;

    public bool IsPerson => Debtor.Kind == DebtorKind.Consumer;

    public IEnumerable<Claim> OpenInvoices => Claims.Where(c => c.IsInvoice && c.Open > 0);

    /// <summary>False where an invoice of the debtor has this amount already.</summary>
    public bool TakeAmount(long cents) => _amounts.Add(cents);
}
