using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.Claims;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Benchmarks.DemoMonth.Scenarios;

namespace Reconciliation.Benchmarks.DemoMonth;

/// <summary>
/// The month while it is thought out. First every receivable is made; then the documents get their numbers in order of
/// date; then the payments are worded, which name those numbers.
/// </summary>
internal sealed class MonthDraft
{
    private readonly List<Func<BankLine>> _payments = [];

    public MonthDraft(MonthMix mix)
    {
        Mix = mix;
        var source = new DeterministicRandom(mix.Seed);
        Random = source.Fork("scenarios");
        Words = new InventedWords(source.Fork("words"));
        Amounts = new Amounts(source.Fork("amounts"));
        Ibans = new FictitiousIbans(source.Fork("accounts of strangers"));
        Customers = new CustomerBook(source.Fork("customers"), Words);
        Claims = new ClaimBook(source.Fork("claims"), Customers, Amounts);
        Wording = new Wording(source.Fork("wording"), Claims);
        Firms = new Firms(source.Fork("firms"), Words);
    }

    public MonthMix Mix { get; }

    public DeterministicRandom Random { get; }

    public InventedWords Words { get; }

    public Amounts Amounts { get; }

    public FictitiousIbans Ibans { get; }

    public Firms Firms { get; }

    public CustomerBook Customers { get; }

    public ClaimBook Claims { get; }

    public Wording Wording { get; }

    /// <summary>The payment plans agreed before the month.</summary>
    public List<PlanDraft> Plans { get; } = [];

    /// <summary>Tells a story as often as the mix says; it is given its turn from 0.</summary>
    public void Repeat(Difficulty difficulty, Action<int> story)
    {
        for (var turn = 0; turn < Mix.Shares[difficulty]; turn++)
            story(turn);
    }

    /// <summary>A bank day of the month.</summary>
    public DateOnly SomeDay() => Random.Pick(Calendar.BankDays);

    /// <summary>A payment to be worded when the numbers are known.</summary>
    public void Pay(Func<BankLine> payment) => _payments.Add(payment);

    /// <summary>Numbers the documents and words the payments.</summary>
    public ImmutableArray<BankLine> Worded()
    {
        Claims.GiveNumbers();
        return [.. _payments.Select(payment => payment())];
    }
}
