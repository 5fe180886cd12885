using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Interest;

/// <summary>How the interest of a kind of debtor runs.</summary>
public sealed record InterestRule
{
    private static readonly InterestRule Business = new()
    {
        Basis = "C. com. L441-10 II",
        Reference = ReferenceRateKind.MainRefinancing,
        Points = 10,
        TakesContractRate = true,
        OwesIndemnity = true,
    };

    private static readonly InterestRule PublicBuyer = new()
    {
        Basis = "CCP R2192-31",
        Reference = ReferenceRateKind.MainRefinancing,
        Points = 8,
        IsFrozen = true,
        OwesIndemnity = true,
    };

    private static readonly InterestRule ConsumerOfCompany = new()
    {
        Basis = "C. civ. 1231-6, CMF L313-2",
        Reference = ReferenceRateKind.LegalOtherCreditor,
        NeedsNotice = true,
    };

    private static readonly InterestRule ConsumerOfPrivatePerson = ConsumerOfCompany with { Reference = ReferenceRateKind.LegalPrivateCreditor };

    /// <summary>The article that it applies.</summary>
    public required string Basis { get; init; }

    /// <summary>The rate from which the rate is built.</summary>
    public required ReferenceRateKind Reference { get; init; }

    /// <summary>How many points are added to it.</summary>
    public decimal Points { get; init; }

    /// <summary>True where the rate of the semester in which interest begins stays to the end.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>True where interest runs from a formal notice (mise en demeure) only, not from the due date.</summary>
    public bool NeedsNotice { get; init; }

    /// <summary>True where the contract's rate replaces the default, down to a floor of three times the legal rate.</summary>
    public bool TakesContractRate { get; init; }

    /// <summary>True where an invoice paid late owes 40 euro for the costs of recovery (C. com. L441-10 II, D441-5).</summary>
    public bool OwesIndemnity { get; init; }

    /// <summary>The rule of a debtor and a creditor.</summary>
    public static InterestRule Of(DebtorKind debtor, CreditorQuality creditor) => (debtor, creditor) switch
    {
        (DebtorKind.Business, _) => Business,
        (DebtorKind.Public, _) => PublicBuyer,
        (DebtorKind.Consumer, CreditorQuality.Professional) => ConsumerOfCompany,
        (DebtorKind.Consumer, CreditorQuality.PrivatePerson) => ConsumerOfPrivatePerson,
    };

    /// <summary>
    /// The first day on which the legal rate is five points higher: the day after two months from the day on which a
    /// judgment became enforceable (CMF L313-3).
    /// </summary>
    public static DateOnly RaisedFrom(DateOnly enforceableOn) => enforceableOn.AddMonths(2).AddDays(1);
}
