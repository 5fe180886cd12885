using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Benchmarks.DemoMonth.Claims;

/// <summary>A receivable in the making. Its number follows from its issue date once all are known.</summary>
internal sealed class Claim
{
    private string? _number;

    public required Customer Customer { get; init; }

    public ReceivableType Type { get; init; } = ReceivableType.Invoice;

    public required DateOnly IssueDate { get; init; }

    public required DateOnly DueDate { get; init; }

    public required Money Amount { get; init; }

    /// <summary>Whether an RF reference is printed on it.</summary>
    public bool HasStructuredReference { get; set; }

    public string? OrderNumber { get; set; }

    public EarlyPaymentDiscount? Discount { get; init; }

    public AnnualRate? ContractRate { get; init; }

    /// <summary>For instance <c>FA2026-0412</c>; throws while the numbers are not given yet.</summary>
    public string Number => _number ?? throw new InvalidOperationException("The number is not given yet.");

    /// <summary>The RF reference printed on it; null for none.</summary>
    public CreditorReference? StructuredReference =>
        HasStructuredReference ? CreditorReference.ForBody(Number.Replace("-", "", StringComparison.Ordinal)) : null;

    /// <summary>The amount with the sign it has in the debtor's account.</summary>
    public Money SignedAmount => Type == ReceivableType.CreditNote ? -Amount : Amount;

    public void GiveNumber(string number) => _number = number;
}
