namespace Reconciliation.Domain.Ledger;

/// <summary>A command that the rules of the account do not allow.</summary>
/// <param name="Code">The stable name, one of <see cref="Refusals"/>.</param>
/// <param name="Message">What stands against it, with the values, in one sentence.</param>
public sealed record Refusal(string Code, string Message);

/// <summary>
/// The names of all refusals of the account, in order of precedence: where several hold, the first is given.
/// <c>REFUSALS.md</c> beside this file is the page for people.
/// </summary>
public static class Refusals
{
    /// <summary>The amount is of another currency than the account.</summary>
    public const string CurrencyDiffers = "currency-differs";

    /// <summary>The data are of another debtor than the account.</summary>
    public const string DebtorDiffers = "debtor-differs";

    /// <summary>The amount must be above zero.</summary>
    public const string AmountNotPositive = "amount-not-positive";

    /// <summary>The amount is above <see cref="DebtorAccount.LargestAmount"/>.</summary>
    public const string AmountTooLarge = "amount-too-large";

    /// <summary>The account has no receivable of that number.</summary>
    public const string ReceivableUnknown = "receivable-unknown";

    /// <summary>The number belongs to a receivable with other content.</summary>
    public const string ReceivableKnownDifferently = "receivable-known-differently";

    /// <summary>Due before it was issued, or a discount that is not below the amount or ends before the issue date.</summary>
    public const string ReceivableContradictory = "receivable-contradictory";

    /// <summary>The receivable has no such term.</summary>
    public const string InstalmentUnknown = "instalment-unknown";

    /// <summary>The receivable is paid by terms, and the allocation names none.</summary>
    public const string InstalmentMissing = "instalment-missing";

    /// <summary>The terms do not add up to the receivable, or their numbers do not run from 1.</summary>
    public const string InstalmentsDoNotAddUp = "instalments-do-not-add-up";

    /// <summary>The receivable already has other terms, or money was applied to it before it had any.</summary>
    public const string InstalmentsFixed = "instalments-fixed";

    /// <summary>The match applied other money to the account before.</summary>
    public const string PaymentKnownDifferently = "payment-known-differently";

    /// <summary>The allocations and the part on account do not come to the amount.</summary>
    public const string AllocationsDoNotAddUp = "allocations-do-not-add-up";

    /// <summary>An allocation is above what is open, or has the wrong sign for the document.</summary>
    public const string AllocationAboveOpen = "allocation-above-open";

    /// <summary>The discount is above what was offered, the payment came after its last day, or something stays open.</summary>
    public const string DiscountNotEarned = "discount-not-earned";

    /// <summary>Charges or a write-off without money for the same part, or something of it stays open.</summary>
    public const string RemainderNotClosed = "remainder-not-closed";

    /// <summary>The bank is said to have kept more than the creditor lets people take for charges.</summary>
    public const string ChargesAboveLimit = "charges-above-limit";

    /// <summary>More of the receivable would be written off than the creditor allows.</summary>
    public const string WriteOffAboveLimit = "write-off-above-limit";

    /// <summary>Charges or a write-off without a reason.</summary>
    public const string ReasonMissing = "reason-missing";

    /// <summary>The account has no such payment.</summary>
    public const string PaymentUnknown = "payment-unknown";

    /// <summary>The payment was reversed before, for another cause.</summary>
    public const string PaymentReversedAlready = "payment-reversed-already";

    /// <summary>A payer must have a name or an account.</summary>
    public const string PayerUnnamed = "payer-unnamed";

    /// <summary>The account knows no such payer.</summary>
    public const string PayerUnknown = "payer-unknown";

    /// <summary>The receivable is not disputed.</summary>
    public const string NotDisputed = "not-disputed";

    /// <summary>What the step is about has changed since it was planned: it is paid in part or disputed, or it is nothing.</summary>
    public const string StepOutdated = "step-outdated";

    /// <summary>No step of the account called for this contact.</summary>
    public const string ContactUnknown = "contact-unknown";

    /// <summary>The contact was made before; what comes later cannot undo it.</summary>
    public const string ContactMadeAlready = "contact-made-already";

    /// <summary>All of them, in order of precedence.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        CurrencyDiffers, DebtorDiffers, AmountNotPositive, AmountTooLarge, ReceivableUnknown, ReceivableKnownDifferently,
        ReceivableContradictory, InstalmentUnknown, InstalmentMissing, InstalmentsDoNotAddUp, InstalmentsFixed,
        PaymentKnownDifferently, AllocationsDoNotAddUp, AllocationAboveOpen, DiscountNotEarned, RemainderNotClosed,
        ChargesAboveLimit, WriteOffAboveLimit, ReasonMissing, PaymentUnknown, PaymentReversedAlready, PayerUnnamed, PayerUnknown, NotDisputed, StepOutdated, ContactUnknown, ContactMadeAlready,
    ];
}
