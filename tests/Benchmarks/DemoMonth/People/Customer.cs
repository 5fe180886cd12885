using Reconciliation.Domain;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Benchmarks.DemoMonth.People;

/// <summary>A debtor with what the creditor does not know of it: how it pays.</summary>
internal sealed record Customer
{
    /// <summary>What the creditor knows.</summary>
    public required Debtor Debtor { get; init; }

    /// <summary>The account it pays from.</summary>
    public required Iban PayingAccount { get; init; }

    /// <summary>The BIC of its bank.</summary>
    public required string PayingBank { get; init; }

    /// <summary>The account of the creditor it pays to.</summary>
    public required HouseAccount PaysTo { get; init; }

    /// <summary>Days from invoice to due date.</summary>
    public required int TermDays { get; init; }

    /// <summary>Its name as its bank writes it.</summary>
    public required string PayerName { get; init; }

    public bool IsConsumer => Debtor.Kind == DebtorKind.Consumer;

    public bool IsForeign => Debtor.Country != "FR";

    public bool HasKnownAccount => !Debtor.Ibans.IsEmpty;
}
