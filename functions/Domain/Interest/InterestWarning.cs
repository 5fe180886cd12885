namespace Reconciliation.Domain.Interest;

/// <summary>Something that a person should know before interest is claimed.</summary>
/// <param name="Code">The stable name, one of <see cref="InterestWarnings"/>.</param>
/// <param name="Message">What was found, with the values, in a sentence or two.</param>
public sealed record InterestWarning(string Code, string Message);

/// <summary>The names of all warnings; <c>README.md</c> beside this file is the page for people.</summary>
public static class InterestWarnings
{
    /// <summary>The contract's rate is below three times the legal rate in a semester (C. com. L441-10 II).</summary>
    public const string ContractRateBelowFloor = "contract-rate-below-floor";

    /// <summary>Nothing runs, because the debtor had no formal notice (C. civ. 1231-6).</summary>
    public const string NoticeMissing = "notice-missing";

    /// <summary>The 40 euro are not claimed, because TARGET was closed on the due date.</summary>
    public const string WeekendTolerance = "weekend-tolerance";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [ContractRateBelowFloor, NoticeMissing, WeekendTolerance];
}
