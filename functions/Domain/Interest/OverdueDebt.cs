using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Interest;

/// <summary>Whose debt is claimed: it decides which legal interest rate runs (CMF L313-2).</summary>
public enum CreditorQuality
{
    /// <summary>A company, or anyone who acts for professional needs.</summary>
    Professional,

    /// <summary>A natural person who does not act for professional needs.</summary>
    PrivatePerson,
}

/// <summary>A debt as far as its late interest depends on it.</summary>
public sealed record OverdueDebt
{
    /// <summary>The amount with tax (TTC), above zero, before anything was paid.</summary>
    public required Money Amount { get; init; }

    /// <summary>The last day on which payment is in time, inclusive; a Sunday or holiday does not move it.</summary>
    public required DateOnly DueDate { get; init; }

    /// <summary>What the debtor is in law.</summary>
    public DebtorKind Debtor { get; init; } = DebtorKind.Business;

    /// <summary>Whose debt it is; of weight for consumers only.</summary>
    public CreditorQuality Creditor { get; init; } = CreditorQuality.Professional;

    /// <summary>The contract's rate, between businesses only; null where the contract is silent.</summary>
    public AnnualRate? ContractRate { get; init; }

    /// <summary>
    /// The day on which the debtor received the formal notice (mise en demeure); interest runs from the day after. Null
    /// for none. It starts the interest of consumers; that of businesses and public buyers runs without one.
    /// </summary>
    public DateOnly? NoticeOn { get; init; }

    /// <summary>
    /// The day on which a judgment on a consumer's debt became enforceable; the legal rate rises two months later (CMF
    /// L313-3). Null for none.
    /// </summary>
    public DateOnly? EnforceableOn { get; init; }
}

/// <summary>Something that lowers a debt: a part payment, a credit note (avoir), an accepted set-off.</summary>
/// <param name="On">The day on which the creditor had it; that day still bears interest on the higher debt.</param>
/// <param name="Amount">By how much, above zero.</param>
public readonly record struct DebtReduction(DateOnly On, Money Amount);
