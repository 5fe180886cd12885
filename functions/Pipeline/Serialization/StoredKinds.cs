using System.Collections.Frozen;
using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Messages;

namespace Reconciliation.Pipeline.Serialization;

/// <summary>The name under which a kind of record is stored.</summary>
/// <param name="Name">Words with hyphens. It is kept for good: a renamed type keeps its stored name.</param>
/// <param name="Type">The type that stands for it today.</param>
public sealed record StoredKind(string Name, Type Type);

/// <summary>
/// Every kind of stored record that stands for one of a family. A kind once written is never taken out of this table.
/// </summary>
public static class StoredKinds
{
    /// <summary>The property that holds the kind.</summary>
    public const string Property = "kind";

    /// <summary>The events of debtor accounts.</summary>
    public static ImmutableArray<StoredKind> Events { get; } =
    [
        new("debtor-registered", typeof(DebtorRegistered)),
        new("receivable-opened", typeof(ReceivableOpened)),
        new("instalments-scheduled", typeof(InstalmentsScheduled)),
        new("payment-applied", typeof(PaymentApplied)),
        new("payment-reversed", typeof(PaymentReversed)),
        new("discount-granted", typeof(DiscountGranted)),
        new("bank-charge-borne", typeof(BankChargeBorne)),
        new("remainder-written-off", typeof(RemainderWrittenOff)),
        new("payer-learnt", typeof(PayerLearnt)),
        new("payer-forgotten", typeof(PayerForgotten)),
        new("dispute-raised", typeof(DisputeRaised)),
        new("dispute-resolved", typeof(DisputeResolved)),
        new("stage-reached", typeof(StageReached)),
        new("contact-made", typeof(ContactMade)),
        new("contact-failed", typeof(ContactFailed)),
        new("contact-suppressed", typeof(ContactSuppressed)),
        new("noted", typeof(Noted)),
    ];

    /// <summary>The messages between steps.</summary>
    public static ImmutableArray<StoredKind> Messages { get; } =
    [
        new("statement-arrived", typeof(StatementArrived)),
        new("entries-accepted", typeof(EntriesAccepted)),
        new("receivables-imported", typeof(ReceivablesImported)),
        new("account-changed", typeof(AccountChanged)),
        new("account-woken", typeof(AccountWoken)),
        new("contact-due", typeof(ContactDue)),
    ];

    /// <summary>What a bank entry may be taken for.</summary>
    public static ImmutableArray<StoredKind> Explanations { get; } =
    [
        new("settlement", typeof(Settlement)),
        new("returned-payment", typeof(ReturnedPayment)),
        new("bank-charge", typeof(BankCharge)),
    ];

    /// <summary>The kinds of each family, by its base.</summary>
    public static FrozenDictionary<Type, ImmutableArray<StoredKind>> Families { get; } =
        new Dictionary<Type, ImmutableArray<StoredKind>>
        {
            [typeof(AccountEvent)] = Events,
            [typeof(PipelineMessage)] = Messages,
            [typeof(Explanation)] = Explanations,
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Type, string> Names =
        Families.Values.SelectMany(kinds => kinds).ToFrozenDictionary(kind => kind.Type, kind => kind.Name);

    /// <summary>The stored name of an event's kind.</summary>
    public static string Of(AccountEvent happened) => Names[happened.GetType()];

    /// <summary>The stored name of a message's kind.</summary>
    public static string Of(PipelineMessage message) => Names[message.GetType()];

    /// <summary>The stored name of an explanation's kind.</summary>
    public static string Of(Explanation explanation) => Names[explanation.GetType()];
}
