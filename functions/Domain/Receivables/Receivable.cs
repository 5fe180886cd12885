namespace Reconciliation.Domain.Receivables;

/// <summary>Which way a receivable counts.</summary>
public enum ReceivableType
{
    /// <summary>Facture: the debtor owes.</summary>
    Invoice,

    /// <summary>Avoir: the creditor owes back; it lowers what the debtor owes.</summary>
    CreditNote,
}

/// <summary>A claim (créance) as its document states it; what is still open of it is the account's to know.</summary>
public sealed record Receivable
{
    /// <summary>The document's number, unique within the creditor.</summary>
    public required string Number { get; init; }

    /// <summary>Invoice or credit note.</summary>
    public ReceivableType Type { get; init; } = ReceivableType.Invoice;

    /// <summary>The day of the document.</summary>
    public required DateOnly IssueDate { get; init; }

    /// <summary>The last day on which payment is in time (échéance), inclusive.</summary>
    public required DateOnly DueDate { get; init; }

    /// <summary>The amount of the document with tax (TTC), positive for both types.</summary>
    public required Money Amount { get; init; }

    /// <summary>The structured reference printed on it, as written; null for none.</summary>
    public string? StructuredReference { get; init; }

    /// <summary>The order it answers; null for none.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>What paying early is worth (escompte); null for none.</summary>
    public EarlyPaymentDiscount? Discount { get; init; }

    /// <summary>The contract's yearly late-interest rate; null where the contract is silent.</summary>
    public AnnualRate? ContractRate { get; init; }

    /// <summary>The amount with the sign it has in the debtor's account: credit notes count negative.</summary>
    public Money SignedAmount => Type == ReceivableType.CreditNote ? -Amount : Amount;
}

/// <summary>Escompte pour paiement anticipé.</summary>
/// <param name="Amount">What may be deducted, positive.</param>
/// <param name="Until">The last booking day of a payment that earns it, inclusive.</param>
public readonly record struct EarlyPaymentDiscount(Money Amount, DateOnly Until);

/// <summary>A yearly rate in exact decimal per cent.</summary>
/// <param name="PerCent">12.15 stands for 12.15 % a year.</param>
public readonly record struct AnnualRate(decimal PerCent);
