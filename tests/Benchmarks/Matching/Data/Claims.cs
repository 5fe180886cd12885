using System.Collections.Immutable;
using System.Globalization;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Domain;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Benchmarks.Matching.Data;

/// <summary>Makes the receivables of a block.</summary>
internal sealed class Claims(DeterministicRandom random, Numbering numbering, Prices prices, int block)
{
    private static readonly int[] PaymentDays = [0, 14, 30, 30, 30, 45, 60];

    private int _orders;

    public List<Claim> All { get; } = [];

    /// <summary>An invoice at a price of its own.</summary>
    public Claim Invoice(PayingDebtor debtor, long? cents = null, PrintedNumber? number = null) =>
        Add(debtor, Draft(debtor, cents ?? prices.Invoice(debtor), number ?? numbering.Next()), []);

    /// <summary>Invoices whose numbers follow each other.</summary>
    public Claim[] Run(PayingDebtor debtor, int count, int step = 1) =>
        [.. numbering.Run(count, step).Select(number => Invoice(debtor, null, number))];

    /// <summary>An invoice of the debtor's contract, always at the same price, a month after the one before.</summary>
    public Claim OfContract(PayingDebtor debtor)
    {
        var issued = debtor.Claims.Count == 0 ? LabelledDays.FirstIssue.AddDays(random.Below(28)) : debtor.Claims.Max(c => c.Receivable.IssueDate).AddMonths(1);
        var draft = Draft(debtor, debtor.ContractCents ?? prices.Contract(), numbering.Next());
        return Add(debtor, Issued(draft, issued > LabelledDays.LastIssue ? LabelledDays.LastIssue : issued), []);
    }

    public Claim WithDiscount(PayingDebtor debtor, int perCent, DateOnly until)
    {
        var draft = Draft(debtor, prices.Invoice(debtor), numbering.Next());
        var discount = new Money(Math.Max(1, Prices.Share(draft.Receivable.Amount.MinorUnits, perCent * 100)), Currency.Eur);
        return Add(debtor, draft with { Receivable = draft.Receivable with { Discount = new EarlyPaymentDiscount(discount, until) } }, []);
    }

    public Claim CreditNote(PayingDebtor debtor, long cents)
    {
        var draft = Draft(debtor, cents, numbering.Next());
        return Add(debtor, draft with { Receivable = draft.Receivable with { Type = ReceivableType.CreditNote, Discount = null } }, []);
    }

    /// <summary>An invoice to be paid in terms of equal amount, a month apart; the last takes what division leaves.</summary>
    public Claim InTerms(PayingDebtor debtor, int count)
    {
        var draft = Draft(debtor, prices.Invoice(debtor) * count, numbering.Next());
        var total = draft.Receivable.Amount.MinorUnits;
        var first = draft.Receivable.IssueDate.AddDays(30);
        var terms = Enumerable.Range(0, count).Select(i => new Instalment(i + 1, first.AddMonths(i), new Money(
            i < count - 1 ? total / count : total - (total / count * (count - 1)), Currency.Eur)));
        return Add(debtor, draft with { Receivable = draft.Receivable with { DueDate = first.AddMonths(count - 1) } }, [.. terms]);
    }

    public Claim WithReference(PayingDebtor debtor)
    {
        var draft = Draft(debtor, prices.Invoice(debtor), numbering.Next());
        return Add(debtor, draft with { Receivable = draft.Receivable with { StructuredReference = References.Any(random, draft.Number) } }, []);
    }

    public Claim WithOrder(PayingDebtor debtor)
    {
        var draft = Draft(debtor, prices.Invoice(debtor), numbering.Next());
        return Add(debtor, draft with { Receivable = draft.Receivable with { OrderNumber = draft.Receivable.OrderNumber ?? Order() } }, []);
    }

    private Claim Add(PayingDebtor debtor, ClaimDraft draft, ImmutableArray<Instalment> terms)
    {
        if (debtor.IsComplete)
            throw new InvalidOperationException($"What {debtor.Debtor.Id} owes is already told.");
        var claim = new Claim(draft.Receivable, draft.Number, debtor, terms);
        debtor.Claims.Add(claim);
        All.Add(claim);
        return claim;
    }

    private ClaimDraft Draft(PayingDebtor debtor, long cents, PrintedNumber number)
    {
        var issued = LabelledDays.FirstIssue.AddDays(random.Below(LabelledDays.LastIssue.DayNumber - LabelledDays.FirstIssue.DayNumber));
        var receivable = new Receivable
        {
            Number = number.ToString(),
            IssueDate = issued,
            DueDate = issued.AddDays(random.Pick(PaymentDays)),
            Amount = new Money(cents, Currency.Eur),
            OrderNumber = !debtor.IsPerson && random.Chance(35) ? Order() : null,
            StructuredReference = random.Chance(12) ? References.Any(random, number) : null,
        };
        return new ClaimDraft(receivable, number);
    }

    private static ClaimDraft Issued(ClaimDraft draft, DateOnly issued) =>
        draft with { Receivable = draft.Receivable with { IssueDate = issued, DueDate = issued.AddDays(14) } };

    private string Order() => string.Create(
        CultureInfo.InvariantCulture, $"{(block % 3) switch { 0 => "45", 1 => "PO-", _ => "CDE" }}{100_000 + (block * 2000L) + _orders++:000000}");

    private readonly record struct ClaimDraft(Receivable Receivable, PrintedNumber Number);
}
