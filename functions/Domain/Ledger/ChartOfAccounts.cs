namespace Reconciliation.Domain.Ledger;

/// <summary>
/// The accounts of the plan comptable général to which events are posted; the defaults are the plan's own, a creditor
/// may use longer ones.
/// </summary>
public sealed record ChartOfAccounts
{
    /// <summary>The plan's own numbers.</summary>
    public static ChartOfAccounts Default { get; } = new();

    /// <summary>Banques: an account held at a bank.</summary>
    public string Bank { get; init; } = "512";

    /// <summary>Compte d'attente: money whose reason is not known yet.</summary>
    public string Suspense { get; init; } = "471";

    /// <summary>Clients: what customers owe, with the debtor as auxiliary.</summary>
    public string Customers { get; init; } = "411";

    /// <summary>Clients, avances et acomptes reçus: money on account and overpayments, with the debtor as auxiliary.</summary>
    public string Advances { get; init; } = "4191";

    /// <summary>The counterpart of receivables, with tax: the billing system knows the split into 70x and 44571.</summary>
    public string Sales { get; init; } = "706";

    /// <summary>Escomptes accordés.</summary>
    public string DiscountsGranted { get; init; } = "665";

    /// <summary>Services bancaires: what the bank charges, and what banks kept of payments that the creditor takes for whole.</summary>
    public string BankCharges { get; init; } = "627";

    /// <summary>
    /// Charges diverses de gestion courante: differences too small to ask for. A debt that is lost (créance irrécouvrable,
    /// 654) is not such a difference.
    /// </summary>
    public string SmallDifferences { get; init; } = "658";
}
