using System.Collections.Immutable;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Recovery;

/// <summary>Whether the bank's files must be in before a debtor is told that money is missing.</summary>
/// <param name="IsRequired">False where a reminder goes out whatever the bank's files cover.</param>
/// <param name="BusinessDays">The files must cover this many business days before today: 1 is the last one.</param>
/// <param name="Basis">An article, or practice.</param>
public sealed record BankFileSetting(bool IsRequired, int BusinessDays, string Basis);

/// <summary>The least amounts that are worth a contact.</summary>
/// <param name="Amounts">By currency code; a currency that is not named has no least amount.</param>
/// <param name="Basis">An article, or practice.</param>
public sealed record MinimumSetting(ImmutableSortedDictionary<string, Money> Amounts, string Basis)
{
    /// <summary>True where an amount, positive, is below the least of its currency.</summary>
    public bool IsBelow(Money amount) => Amounts.TryGetValue(amount.Currency.Code, out var least) && amount < least;
}

/// <summary>After how many years from the due date nothing is dunned without a person, because the debt may be prescribed.</summary>
/// <param name="Business">Against a professional.</param>
/// <param name="Consumer">Against a consumer.</param>
/// <param name="Public">Against a public buyer.</param>
/// <param name="Basis">An article, or practice.</param>
public sealed record LimitationSetting(int Business, int Consumer, int Public, string Basis)
{
    /// <summary>The years for a kind of debtor.</summary>
    public int YearsFor(DebtorKind kind) => kind switch
    {
        DebtorKind.Business => Business,
        DebtorKind.Consumer => Consumer,
        DebtorKind.Public => Public,
    };
}

/// <summary>What must hold before a debt is dunned.</summary>
public sealed record DunningSettings
{
    /// <summary>The first day after the due date on which a debt is dunned, in business days; a payment may be under way.</summary>
    public required Setting GraceBusinessDays { get; init; }

    /// <summary>Whether the bank's files must be in.</summary>
    public required BankFileSetting BankFile { get; init; }

    /// <summary>After how many hours a hold without a known end is looked at again.</summary>
    public required Setting RecheckHours { get; init; }

    /// <summary>The least amounts.</summary>
    public required MinimumSetting Minimum { get; init; }

    /// <summary>How old a debt may be.</summary>
    public required LimitationSetting Limitation { get; init; }
}
