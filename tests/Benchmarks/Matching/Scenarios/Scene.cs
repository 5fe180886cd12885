using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Benchmarks.Matching.Data;
using Reconciliation.Benchmarks.Matching.Texts;

namespace Reconciliation.Benchmarks.Matching.Scenarios;

/// <summary>Where scenarios play: the people, receivables and words of a block, and the payments made up so far.</summary>
internal sealed class Scene(DeterministicRandom random, Noise noise, Debtors debtors, Claims claims, Prices prices)
{
    private const int Tries = 40;

    private string _scenario = "";

    public DeterministicRandom Random { get; } = random;

    public Debtors Debtors { get; } = debtors;

    public Claims Claims { get; } = claims;

    public Prices Prices { get; } = prices;

    public NumberTexts Numbers { get; } = new(random);

    public ListTexts Lists { get; } = new(random);

    public Phrases Phrases { get; } = new(random, noise);

    public NameTexts Names { get; } = new(random);

    public List<LabelledPayment> Payments { get; } = [];

    /// <summary>Plays a scenario: a payment or two.</summary>
    public void Play(string name, Action<Scene> scenario)
    {
        _scenario = name;
        scenario(this);
    }

    /// <summary>A debtor that may still get receivables and pay; a new one where none is found.</summary>
    public PayingDebtor Debtor(Func<PayingDebtor, bool>? fits = null)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (Debtors.Any() is var found && IsFree(found) && fits?.Invoke(found) != false)
                return found;
        }

        while (true)
        {
            if (Debtors.Add() is var added && fits?.Invoke(added) != false)
                return added;
        }
    }

    /// <summary>A new invoice of a debtor, of its contract where it has one.</summary>
    public Claim Invoice(PayingDebtor debtor) => debtor.ContractCents is null ? Claims.Invoice(debtor) : Claims.OfContract(debtor);

    /// <summary>A payment by the debtor with the noise of every day.</summary>
    public LabelledPayment From(PayingDebtor debtor, long cents, params ImmutableArray<string> lines)
    {
        debtor.LastPaid = Later(debtor.LastPaid, 1 + Random.Below(4));
        return new LabelledPayment
        {
            Booked = debtor.LastPaid,
            Cents = cents,
            Operation = Random.Chance(25) ? Operation.InstantReceived : Operation.TransferReceived,
            House = AnyHouse(),
            PayerName = Random.Chance(noise.NameMissing) ? null : Random.Chance(noise.NameChanged) ? Names.Changed(debtor) : debtor.Debtor.Name,
            PayerAccount = Random.Chance(noise.AccountMissing) ? null : Random.Chance(noise.OtherAccount) ? Debtors.UnknownAccount() : debtor.Account,
            PayerBank = debtor.Bank,
            Lines = lines,
        };
    }

    /// <summary>A payment by somebody who is no debtor.</summary>
    public LabelledPayment FromStranger(DateOnly booked, long cents, params ImmutableArray<string> lines) => new()
    {
        Booked = booked, Cents = cents, House = AnyHouse(), PayerName = Debtors.Stranger(), PayerAccount = Debtors.UnknownAccount(), Lines = lines,
    };

    /// <summary>Adds a payment with what it settles; more than its amount is a fault of the scenario and throws.</summary>
    public LabelledPayment Add(LabelledPayment payment, IEnumerable<Part> settled, string? scenario = null)
    {
        var truth = new Truth(settled);
        var sum = truth.Parts.Sum(part => part.MinorUnits);
        if (payment.Cents == 0 || (payment.Cents > 0 ? sum > payment.Cents : sum != payment.Cents))
            throw new InvalidOperationException($"{_scenario}: a payment of {payment.Cents} settles {sum}.");
        var added = payment with { Scenario = scenario ?? _scenario, Truth = truth };
        Payments.Add(added);
        return added;
    }

    /// <summary>A day of the bank so many days later, at most the last.</summary>
    public static DateOnly Later(DateOnly day, int days)
    {
        var later = day.AddDays(days);
        later = later.DayOfWeek switch { DayOfWeek.Saturday => later.AddDays(2), DayOfWeek.Sunday => later.AddDays(1), _ => later };
        return later > LabelledDays.LastPayment ? LabelledDays.LastPayment : later;
    }

    private static bool IsFree(PayingDebtor debtor) => !debtor.IsComplete && debtor.LastPaid < LabelledDays.LastPayment.AddDays(-21);

    private HouseAccount AnyHouse() => Random.Below(4) switch
    {
        0 => InventedCreditor.Boreal,
        1 => InventedCreditor.Ceres,
        _ => InventedCreditor.Atlantide,
    };
}
