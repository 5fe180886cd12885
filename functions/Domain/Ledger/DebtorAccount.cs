using System.Collections.Immutable;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Ledger;

/// <summary>
/// The dossier of a debtor: what one debtor owes one creditor in one currency. Its state is the fold of its events and
/// nothing else.
/// <para>Invariants, whatever the events: no receivable is settled above its amount; a payment's allocations, with its
/// part on account, are its amount; the customer balance (411 and 4191) is what is open less the credit.</para>
/// </summary>
public sealed record DebtorAccount
{
    /// <summary>
    /// The largest single amount in minor units, 10 000 000 000 000.00 of a currency with cents. It keeps every sum over
    /// an account inside 64 bits.
    /// </summary>
    public const long LargestAmount = 1_000_000_000_000_000;

    /// <summary>The account's key.</summary>
    public required AccountId Id { get; init; }

    /// <summary>How many events made it: the version that an append must name.</summary>
    public int Version { get; init; }

    /// <summary>The debtor's data; null before they are known.</summary>
    public Debtor? Debtor { get; init; }

    /// <summary>Its receivables and credit notes by number.</summary>
    public ImmutableSortedDictionary<string, ReceivableState> Receivables { get; init; } =
        ImmutableSortedDictionary.Create<string, ReceivableState>(StringComparer.Ordinal);

    /// <summary>Payments applied, by match.</summary>
    public ImmutableSortedDictionary<string, PaymentState> Payments { get; init; } =
        ImmutableSortedDictionary.Create<string, PaymentState>(StringComparer.Ordinal);

    /// <summary>Contacts that were planned, by identifier.</summary>
    public ImmutableSortedDictionary<string, ContactState> Contacts { get; init; } =
        ImmutableSortedDictionary.Create<string, ContactState>(StringComparer.Ordinal);

    /// <summary>Who pays for the debtor, as people said, by identifier; those that were forgotten since too.</summary>
    public ImmutableSortedDictionary<string, PayerState> Payers { get; init; } =
        ImmutableSortedDictionary.Create<string, PayerState>(StringComparer.Ordinal);

    /// <summary>Notes in order of time.</summary>
    public ImmutableArray<Noted> Notes { get; init; } = [];

    /// <summary>What was paid on account and settles nothing yet, zero or positive.</summary>
    public Money OnAccount => Money.Sum(Payments.Values.Where(p => !p.IsReversed).Select(p => p.Applied.OnAccount), Id.Currency);

    /// <summary>What the debtor owes in all: what is open on invoices less credit notes and money on account.</summary>
    public Money Balance => Money.Sum(Receivables.Values.Select(r => r.Open), Id.Currency) - OnAccount;

    /// <summary>The account before its first event.</summary>
    public static DebtorAccount Empty(AccountId id) => new() { Id = id };

    /// <summary>The account after the given events, in order.</summary>
    public static DebtorAccount Fold(AccountId id, IEnumerable<AccountEvent> events) => Empty(id).Apply(events);

    /// <summary>This account after more events, in order.</summary>
    public DebtorAccount Apply(IEnumerable<AccountEvent> events) =>
        events.Aggregate(this, (account, happened) =>
            happened.Match(new AccountFold(account)) with { Version = account.Version + 1 });

    /// <summary>
    /// Decides a command: the events that follow from it, none where it is already so, or the first refusal that holds
    /// in the order of <see cref="Refusals"/>.
    /// </summary>
    public Outcome Decide(AccountCommand command) => command.Match(new AccountDecisions(this));

    internal static bool IsTooLarge(Money amount) => amount.MinorUnits is > LargestAmount or < -LargestAmount;
}

/// <summary>A payment in its account.</summary>
/// <param name="Applied">How it was applied.</param>
/// <param name="Discounts">The discounts that it earned, positive.</param>
/// <param name="Reversed">How it was reversed; null while it stands.</param>
public sealed record PaymentState(PaymentApplied Applied, ImmutableArray<Allocation> Discounts, PaymentReversed? Reversed)
{
    /// <summary>What the bank kept of it and the creditor bears, positive.</summary>
    public ImmutableArray<Allocation> Charges { get; init; } = [];

    /// <summary>What was written off with it, positive.</summary>
    public ImmutableArray<Allocation> WriteOffs { get; init; } = [];

    /// <summary>True where it was taken out of the account again.</summary>
    public bool IsReversed => Reversed is not null;
}

/// <summary>A planned contact in its account.</summary>
/// <param name="Planned">The contact.</param>
/// <param name="Stage">The stage that called for it.</param>
/// <param name="Items">What it is about.</param>
/// <param name="Result">What became of it; null while it is to be made.</param>
/// <param name="At">When it was planned, or when <paramref name="Result"/> was known.</param>
public sealed record ContactState(PlannedContact Planned, string Stage, ImmutableArray<DunnedItem> Items, ContactResult? Result, DateTimeOffset At);
