using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain;
using Reconciliation.Domain.Receivables;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.DemoMonth.Claims;

/// <summary>Makes the receivables, so that each is open at the time that its story needs.</summary>
internal sealed class ClaimBook(DeterministicRandom random, CustomerBook customers, Amounts amounts)
{
    private const int FirstInvoiceNumber = 212;
    private const int FirstCreditNoteNumber = 31;

    private readonly List<Claim> _claims = [];

    /// <summary>Every document, in the order of numbers, invoices first.</summary>
    public ImmutableArray<Claim> All { get; private set; } = [];

    /// <summary>How many documents of a type are made so far.</summary>
    public int Count(ReceivableType type) => _claims.Count(c => c.Type == type);

    /// <summary>An invoice that will be paid on a day: somewhat early, in time or late, as people pay.</summary>
    public Claim PaidOn(Customer customer, DateOnly day, Money? amount = null)
    {
        var late = random.Below(100) switch
        {
            < 15 => random.Between(-4, -1),
            < 52 => random.Between(0, 5),
            < 82 => random.Between(6, 20),
            < 96 => random.Between(21, 45),
            _ => random.Between(46, 80),
        };
        return DueOn(customer, day.AddDays(-late), amount);
    }

    /// <summary>An invoice that is due on a day.</summary>
    public Claim DueOn(Customer customer, DateOnly due, Money? amount = null, bool offersDiscount = false)
    {
        var total = amount ?? AmountFor(customer);
        var issued = due.AddDays(-customer.TermDays);
        return Add(new Claim
        {
            Customer = customer,
            IssueDate = issued,
            DueDate = due,
            Amount = total,
            Discount = offersDiscount ? new EarlyPaymentDiscount(Amounts.PerCent(total, 2), issued.AddDays(10)) : null,
        });
    }

    /// <summary>An invoice of a day, payable after so many days, with an early-payment discount of 2 % for ten days.</summary>
    public Claim WithDiscount(Customer customer, DateOnly issued, int termDays)
    {
        var amount = AmountFor(customer);
        return Add(new Claim
        {
            Customer = customer,
            IssueDate = issued,
            DueDate = issued.AddDays(termDays),
            Amount = amount,
            Discount = new EarlyPaymentDiscount(Amounts.PerCent(amount, 2), issued.AddDays(10)),
        });
    }

    /// <summary>A credit note; it is due at once.</summary>
    public Claim CreditNote(Customer customer, DateOnly day, Money amount) => Add(new Claim
    {
        Customer = customer, Type = ReceivableType.CreditNote, IssueDate = day, DueDate = day, Amount = amount,
    });

    /// <summary>What such a debtor is invoiced for.</summary>
    public Money AmountFor(Customer customer) => customer.Debtor.Kind switch
    {
        DebtorKind.Consumer => random.Below(10) switch
        {
            < 5 => amounts.WithTax(24, 140),
            < 9 => amounts.WithTax(140, 620),
            _ => amounts.WithTax(620, 1600),
        },
        DebtorKind.Business => random.Below(10) switch
        {
            < 3 => amounts.WithTax(60, 380),
            < 7 => amounts.WithTax(380, 1700),
            < 9 => amounts.WithTax(1700, 5200),
            _ => amounts.WithTax(5200, 14800),
        },
        DebtorKind.Public => amounts.WithTax(1400, 16000),
    };

    /// <summary>Gives every document its number; numbers in between are of documents settled long ago.</summary>
    public void GiveNumbers()
    {
        All = [.. Numbered(ReceivableType.Invoice, "FA", FirstInvoiceNumber), .. Numbered(ReceivableType.CreditNote, "AV", FirstCreditNoteNumber)];
    }

    private IEnumerable<Claim> Numbered(ReceivableType type, string prefix, int first)
    {
        var number = first;
        foreach (var claim in _claims.Where(c => c.Type == type).OrderBy(c => c.IssueDate))
        {
            claim.GiveNumber(Invariant($"{prefix}2026-{number:0000}"));
            number += random.Pick([1, 1, 1, 2, 2, 3, 4]);
            yield return claim;
        }
    }

    private Claim Add(Claim drafted)
    {
        customers.Count(drafted.Customer);
        var isBusiness = drafted.Customer.Debtor.Kind == DebtorKind.Business;
        var claim = new Claim
        {
            Customer = drafted.Customer, Type = drafted.Type, IssueDate = drafted.IssueDate, DueDate = drafted.DueDate,
            Amount = drafted.Amount, Discount = drafted.Discount,
            HasStructuredReference = drafted.Type == ReceivableType.Invoice && random.Chance(isBusiness ? 38 : 15),
            OrderNumber = isBusiness && random.Chance(34) ? Invariant($"BC-{random.Between(41000, 69999)}") : null,
            ContractRate = isBusiness && random.Chance(7) ? new AnnualRate(random.Pick([5.00m, 10.50m, 12.00m, 15.00m])) : null,
        };
        _claims.Add(claim);
        return claim;
    }
}
