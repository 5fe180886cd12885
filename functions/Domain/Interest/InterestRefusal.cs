namespace Reconciliation.Domain.Interest;

/// <summary>Why no interest is stated for a debt.</summary>
/// <param name="Code">The stable name, one of <see cref="InterestRefusals"/>.</param>
/// <param name="Message">What stands against it, with the values, in a sentence or two.</param>
public sealed record InterestRefusal(string Code, string Message);

/// <summary>
/// The names of all refusals, in order of precedence: where several hold, the first is given. <c>README.md</c> beside
/// this file is the page for people.
/// </summary>
public static class InterestRefusals
{
    /// <summary>The debt, or something that lowers it, is not above zero.</summary>
    public const string AmountNotPositive = "amount-not-positive";

    /// <summary>The debt is above <see cref="LateInterest.LargestAmount"/>.</summary>
    public const string AmountTooLarge = "amount-too-large";

    /// <summary>Something that lowers the debt is of another currency.</summary>
    public const string CurrencyDiffers = "currency-differs";

    /// <summary>What lowers the debt comes to more than the debt.</summary>
    public const string ReductionsAboveAmount = "reductions-above-amount";

    /// <summary>The contract's rate is not within 0 to 100 per cent.</summary>
    public const string ContractRateInvalid = "contract-rate-invalid";

    /// <summary>The debtor is of a kind against which the contract's rate is not applied by rule.</summary>
    public const string ContractRateBarred = "contract-rate-barred";

    /// <summary>The judgment is not on a debt that bears the legal rate.</summary>
    public const string JudgmentBarred = "judgment-barred";

    /// <summary>The formal notice came before the debt was overdue.</summary>
    public const string NoticeBeforeDue = "notice-before-due";

    /// <summary>A reference rate of a semester is not known.</summary>
    public const string RateMissing = "rate-missing";

    /// <summary>All of them, in order of precedence.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        AmountNotPositive, AmountTooLarge, CurrencyDiffers, ReductionsAboveAmount, ContractRateInvalid, ContractRateBarred,
        JudgmentBarred, NoticeBeforeDue, RateMissing,
    ];
}
