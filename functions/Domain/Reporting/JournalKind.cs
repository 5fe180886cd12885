namespace Reconciliation.Domain.Reporting;

/// <summary>The journals (journaux comptables) in which entries are kept.</summary>
public enum JournalKind
{
    /// <summary>À nouveaux, <c>AN</c>: balances carried forward into a year.</summary>
    Opening,

    /// <summary>Ventes, <c>VE</c>: invoices and credit notes.</summary>
    Sales,

    /// <summary>Banque, <c>BQ</c>: accepted bank entries against suspense.</summary>
    Bank,

    /// <summary>Rapprochement et opérations diverses, <c>RE</c>: what clears suspense, with discounts and reversals.</summary>
    Reconciliation,
}
