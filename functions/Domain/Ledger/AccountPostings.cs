using System.Collections.Immutable;

namespace Reconciliation.Domain.Ledger;

/// <summary>The balanced lines of each event of a debtor account.</summary>
internal sealed class AccountPostings(AccountId account, ChartOfAccounts chart) : IAccountEventCases<ImmutableArray<Posting>>
{
    public ImmutableArray<Posting> On(DebtorRegistered happened) => [];

    public ImmutableArray<Posting> On(ReceivableOpened happened) =>
        Lines((chart.Customers, happened.Receivable.SignedAmount), (chart.Sales, -happened.Receivable.SignedAmount));

    public ImmutableArray<Posting> On(InstalmentsScheduled happened) => [];

    public ImmutableArray<Posting> On(PaymentApplied happened) => Money(happened.Amount, happened.Allocations, happened.OnAccount);

    public ImmutableArray<Posting> On(PaymentReversed happened) =>
    [
        .. Mirror(Money(happened.Amount, happened.Allocations, happened.OnAccount)),
        .. Mirror([.. happened.Discounts.SelectMany(part => Closed(part, chart.DiscountsGranted))]),
        .. Mirror([.. happened.Charges.SelectMany(part => Closed(part, chart.BankCharges))]),
        .. Mirror([.. happened.WriteOffs.SelectMany(part => Closed(part, chart.SmallDifferences))]),
    ];

    public ImmutableArray<Posting> On(DiscountGranted happened) => Closed(happened.Discount, chart.DiscountsGranted);

    public ImmutableArray<Posting> On(BankChargeBorne happened) => Closed(happened.Charge, chart.BankCharges);

    public ImmutableArray<Posting> On(RemainderWrittenOff happened) => Closed(happened.WriteOff, chart.SmallDifferences);

    public ImmutableArray<Posting> On(PayerLearnt happened) => [];

    public ImmutableArray<Posting> On(PayerForgotten happened) => [];

    public ImmutableArray<Posting> On(DisputeRaised happened) => [];

    public ImmutableArray<Posting> On(DisputeResolved happened) => [];

    public ImmutableArray<Posting> On(StageReached happened) => [];

    public ImmutableArray<Posting> On(ContactMade happened) => [];

    public ImmutableArray<Posting> On(ContactFailed happened) => [];

    public ImmutableArray<Posting> On(ContactSuppressed happened) => [];

    public ImmutableArray<Posting> On(Noted happened) => [];

    private ImmutableArray<Posting> Money(Money amount, ImmutableArray<Allocation> allocations, Money onAccount) =>
        Lines(
            (chart.Suspense, amount),
            (chart.Customers, -Domain.Money.Sum(allocations.Select(a => a.Amount), account.Currency)),
            (chart.Advances, -onAccount));

    private ImmutableArray<Posting> Closed(Allocation part, string expense) =>
        Lines((expense, part.Amount), (chart.Customers, -part.Amount));

    private ImmutableArray<Posting> Lines(params ReadOnlySpan<(string Account, Money Amount)> lines)
    {
        var postings = ImmutableArray.CreateBuilder<Posting>(lines.Length);
        foreach (var (number, amount) in lines)
        {
            if (!amount.IsZero)
                postings.Add(new Posting(number, IsKeptByDebtor(number) ? account.Debtor : null, amount));
        }

        return postings.ToImmutable();
    }

    private bool IsKeptByDebtor(string number) => number == chart.Customers || number == chart.Advances;

    private static IEnumerable<Posting> Mirror(ImmutableArray<Posting> postings) =>
        postings.Select(p => p with { Amount = -p.Amount });
}
