using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Tests.Recovery;

/// <summary>Something that happens to an account on a day of its year; the figures choose what.</summary>
/// <param name="Day">The day, from 0.</param>
/// <param name="Kind">What happens, any number.</param>
/// <param name="Which">To what it happens, any number.</param>
/// <param name="Amount">An amount in cents, positive.</param>
internal sealed record Happening(int Day, int Kind, int Which, int Amount);

/// <summary>A made-up year of an account, and the steps that recovery took in it.</summary>
internal sealed class Life
{
    public static readonly DateTimeOffset Start = Case.At("2026-01-01 00:00");

    private static readonly Gen<Happening> Happenings =
        from day in Gen.Choose(0, 300)
        from kind in Gen.Choose(0, 11)
        from which in Gen.Choose(0, 20)
        from amount in Gen.Choose(1, 50_000)
        select new Happening(day, kind, which, amount);

    private readonly List<string> _numbers = [];

    public static Arbitrary<Happening[]> Years { get; } = Arb.From(
        Gen.ArrayOf(Happenings).Select(all => all.OrderBy(h => h.Day).ToArray()),
        all => all.Select((_, i) => all.Where((_, j) => j != i).ToArray()));

    public Case Case { get; } = NewCase();

    /// <summary>Every step with the instant at which it was taken.</summary>
    public List<(DateTimeOffset At, StepDue Step, DebtorAccount Before)> Steps { get; } = [];

    /// <summary>Every answer of the planner with the question.</summary>
    public List<(DateTimeOffset At, NextStep Next, DebtorAccount Account, RecoverySituation Situation)> Answers { get; } = [];

    /// <summary>Lives through the happenings and half a year of silence after them: an alarm clock that asks, steps and sleeps.</summary>
    public static Life Of(IEnumerable<Happening> happenings)
    {
        var life = new Life();
        foreach (var happening in happenings)
        {
            life.RunUntil(Start.AddDays(happening.Day).AddHours(8 + (happening.Which % 12)));
            life.Happen(happening);
        }

        life.RunUntil(Start.AddDays(480));
        return life;
    }

    public void RunUntil(DateTimeOffset end)
    {
        for (var turns = 0; Case.Now < end; turns++)
        {
            Assert.True(turns < 5_000, "The alarm clock does not come to rest.");
            var next = Case.Next;
            Answers.Add((Case.Now, next, Case.Account, Case.Situation));
            Case.Now = next.Match(
                due => Take(due),
                later => later.At < end ? later.At : end,
                nothing => end);
        }
    }

    private DateTimeOffset Take(StepDue due)
    {
        Steps.Add((Case.Now, due, Case.Account));
        Case.Take(due);

        // Most contacts reach their channel; some fail, some are never heard of.
        if (Steps.Count % 7 != 0)
            Case.Record(due.Contact.Id, Steps.Count % 5 == 0 ? ContactResult.Failed : ContactResult.Made);
        return Case.Now;
    }

    private void Happen(Happening happening)
    {
        switch (happening.Kind)
        {
            case <= 4:
                Invoice(happening, ReceivableType.Invoice);
                break;
            case 5:
                Invoice(happening, ReceivableType.CreditNote);
                break;
            case 6 or 7:
                Pay(happening);
                break;
            case 8:
                Case.Pay(Text(happening.Amount), null);
                break;
            case 9:
                if (Any(happening) is { } disputed)
                    Case.Dispute(disputed);
                break;
            case 10:
                if (Any(happening) is { } number && Case.Account.Receivables[number].Dispute is not null)
                    Case.Resolve(number);
                break;
            default:
                Case.MoneyInFlight = [$"E{happening.Which}"];
                RunUntil(Case.Now.AddDays(1 + (happening.Which % 4)));
                Case.MoneyInFlight = [];
                break;
        }
    }

    private void Invoice(Happening happening, ReceivableType type)
    {
        var number = $"N{_numbers.Count + 1}";
        var due = Case.Day(Case.Now).AddDays((happening.Amount % 120) - 60);
        Case.Invoice(number, Text(happening.Amount), due.ToString("yyyy-MM-dd", null), type);
        if (type == ReceivableType.Invoice && happening.Which % 4 == 0 && happening.Amount > 3)
        {
            var third = happening.Amount / 3;
            Case.Terms(number, Term(0, third), Term(30, third), Term(60, happening.Amount - (2 * third)));
        }

        _numbers.Add(number);

        (string, string) Term(int days, int amount) => (due.AddDays(days).ToString("yyyy-MM-dd", null), Text(amount));
    }

    private void Pay(Happening happening)
    {
        if (Any(happening) is not { } number)
            return;
        var part = Case.Account.Receivables[number].Parts().Where(p => p.Open.IsPositive).Cast<DuePart?>().FirstOrDefault();
        if (part is { } open)
            Case.Pay(Text((int)Math.Min(happening.Amount, open.Open.MinorUnits)), number, open.Instalment);
    }

    private string? Any(Happening happening) => _numbers.Count == 0 ? null : _numbers[happening.Which % _numbers.Count];

    private static string Text(int cents) => new Money(cents, Currency.Eur).ToDecimalString();

    private static Case NewCase()
    {
        var made = Case.With(DebtorKind.Consumer);
        made.Now = Start;
        made.Holidays.UnionWith(new[] { "2026-04-06", "2026-05-01", "2026-05-14", "2026-07-14", "2026-12-25", "2027-01-01", "2027-03-29" }.Select(Case.Day));
        return made;
    }
}
