using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Tests.Recovery;

/// <summary>What holds of recovery whatever happens to an account over its year.</summary>
public class PlannerProperties
{
    private static readonly RecoveryPolicy Policy = RecoveryPolicy.BuiltIn;

    [Fact]
    public void Contacts_OfAnyYear_LieInOpenWindows() => ForAnyYear(life =>
    {
        foreach (var (at, step, _) in Contacts(life))
        {
            Assert.Equal(at, step.Contact.NotBefore);
            Assert.DoesNotContain(at.DayOfWeek, new[] { DayOfWeek.Saturday, DayOfWeek.Sunday });
            Assert.InRange(at.Hour, 9, 18);
            Assert.DoesNotContain(Case.Day(at), life.Case.Holidays);
        }
    });

    [Fact]
    public void Plans_OfAnyYear_PointAheadAndIntoOpenWindows() => ForAnyYear(life =>
    {
        foreach (var (at, next, _, _) in life.Answers)
        {
            if (next is not StepLater later)
                continue;
            Assert.True(later.At > at);
            if (Policy.Stage(later.Stage) is { IsInternal: false })
            {
                Assert.InRange(later.At.Hour, 9, 18);
                Assert.DoesNotContain(Case.Day(later.At), life.Case.Holidays);
            }
        }
    });

    [Fact]
    public void Contacts_OfAnyYear_KeepTheCaps() => ForAnyYear(life =>
    {
        var days = Contacts(life).Select(contact => Case.Day(contact.At)).ToList();
        foreach (var day in days)
        {
            Assert.Single(days, d => d == day);
            Assert.True(days.Count(d => d <= day && d > day.AddDays(-7)) <= 3);
            Assert.True(days.Count(d => d <= day && d > day.AddDays(-30)) <= 8);
        }
    });

    [Fact]
    public void Stages_OfAnyYear_AreReachedOnceAndInOrder() => ForAnyYear(life =>
    {
        var ways = RecoveryTransitions.OfStages(Policy).Select(way => (way.From, way.To)).ToHashSet();
        var reached = life.Steps.SelectMany(step => step.Step.Items.Select(item => (Part: (item.Receivable, item.Instalment), step.Step.Stage, Day: Case.Day(step.At))));
        foreach (var part in reached.GroupBy(r => r.Part))
        {
            string? from = null;
            DateOnly? last = null;
            foreach (var (_, stage, day) in part)
            {
                Assert.Contains((from, stage), ways);
                Assert.True(last is null || day >= last.Value.AddDays(Policy.Stage(stage)!.LeastDaysSincePrevious));
                (from, last) = (stage, day);
            }
        }
    });

    [Fact]
    public void Items_OfAnyStep_AreOpenUndisputedAndOfTheirTime() => ForAnyYear(life =>
    {
        foreach (var (at, step, before) in life.Steps)
        {
            foreach (var item in step.Items)
            {
                var receivable = before.Receivables[item.Receivable];
                Assert.True(item.Open.IsPositive);
                Assert.Equal(receivable.OpenOf(item.Instalment), item.Open);
                Assert.Null(receivable.Dispute);
                if (step.Stage == "pre-due-notice")
                    Assert.True(Case.Day(at) < item.DueDate);
                else
                    Assert.True(Case.Day(at) >= item.DueDate.AddDays(Policy.Stage(step.Stage)!.OffsetDays));
            }
        }
    });

    [Fact]
    public void Steps_OfAnyYear_AreAllowedByTheRulesThatSendingAsks() => ForAnyYear(life =>
    {
        foreach (var (at, step, before) in life.Steps)
        {
            Assert.True(before.Balance.IsPositive);
            var taken = new TakeStep(step.Step, step.Stage, step.Items, step.Contact) { Decision = new(at, Decider.Rule("test", "1")) };
            var situation = life.Case.Situation with { MoneyInFlight = [], BankDataThrough = Case.Day(at) };
            var verdict = ContactRules.Check(before.Apply(taken.Decide(before)), step.Contact, Policy, at, situation);
            Assert.Equal([.. step.Items], Assert.IsType<ContactAllowed>(verdict).Items.ToArray());
        }
    });

    [Fact]
    public void Sleeping_UntilThePlannedInstant_MissesNothing() => ForAnyYear(life =>
    {
        foreach (var (at, next, account, situation) in life.Answers.Where((_, i) => i % 3 == 0))
        {
            var until = next.Match(_ => at, later => later.At, _ => at.AddDays(90));
            for (var hour = at.AddMinutes(45); hour < until; hour = hour.AddHours(17))
            {
                var then = Planner.Next(account, Policy, hour, situation with { BankDataThrough = Case.Day(hour) });
                Assert.False(then is StepDue, $"At {at:g} the answer was {next}, but at {hour:g} it is {then}.");
            }
        }
    });

    [Fact]
    public void Planning_ASecondTime_GivesTheSame() => ForAnyYear(life =>
    {
        foreach (var (at, step, before) in life.Steps)
        {
            var situation = life.Case.Situation with { MoneyInFlight = [], BankDataThrough = Case.Day(at) };
            var again = Assert.IsType<StepDue>(Planner.Next(before, Policy, at, situation));
            Assert.Equal((step.Step, step.Stage, step.Contact), (again.Step, again.Stage, again.Contact));
            Assert.Equal([.. step.Items], again.Items.ToArray());
        }

        Assert.Equal(life.Steps.Count, life.Steps.Select(step => step.Step.Step).Distinct().Count());
    });

    [Fact]
    public void Planning_AfterFullPayment_HasNothingToDo() => ForAnyYear(life =>
    {
        foreach (var state in life.Case.Account.Receivables.Values)
        {
            foreach (var part in state.Parts().Where(part => part.Open.IsPositive))
                life.Case.Pay(part.Open.ToDecimalString(), state.Receivable.Number, part.Instalment);
        }

        Assert.Equal("nothing-open", Assert.IsType<NothingToDo>(life.Case.Next).Reason.Code);
    });

    private static IEnumerable<(DateTimeOffset At, StepDue Step, DebtorAccount Before)> Contacts(Life life) =>
        life.Steps.Where(step => step.Step.Contact.Channel != ContactChannel.OfficerTask);

    private static void ForAnyYear(Action<Life> holds) =>
        Prop.ForAll(Life.Years, happenings => holds(Life.Of(happenings))).Check(Config.QuickThrowOnFailure.WithEndSize(40));
}
