using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Tests.Recovery;

/// <summary>A year of a portfolio, lived through by an alarm clock without a wall clock.</summary>
public class PortfolioTests
{
    private const int Accounts = 200;

    [Fact]
    public void AYear_NobodyPays_BringsEveryDebtToTheOfficerOnce()
    {
        for (var i = 0; i < Accounts; i++)
        {
            var life = new Life();
            life.Case.Debtor(Case.Someone((DebtorKind)(i % 3)));
            life.Case.Invoice("F1", "100.00", Life.Start.AddDays(7 + (i % 90)).ToString("yyyy-MM-dd", null));
            life.Case.Invoice("F2", "250.00", Life.Start.AddDays(7 + (i * 7 % 90)).ToString("yyyy-MM-dd", null));

            life.RunUntil(Life.Start.AddDays(365));

            Assert.Equal("stages-reached", Assert.IsType<NothingToDo>(life.Case.Next).Reason.Code);
            foreach (var state in life.Case.Account.Receivables.Values)
            {
                var reached = state.Stages.Select(stage => stage.Stage).ToList();
                Assert.Equal(reached.Distinct(), reached);
                Assert.Equal(["reminder-1", "reminder-2", "mise-en-demeure", "officer-decision"], reached.Where(stage => stage != "pre-due-notice"));
            }
        }
    }

    [Fact]
    public void AYear_EverythingPaidWhenDue_SendsNoReminder()
    {
        for (var i = 0; i < Accounts; i++)
        {
            var life = new Life();
            var due = Life.Start.AddDays(7 + (i % 90));
            life.Case.Invoice("F1", "100.00", due.ToString("yyyy-MM-dd", null));
            life.RunUntil(due);
            life.Case.Pay("100.00", "F1");
            life.RunUntil(Life.Start.AddDays(365));

            Assert.DoesNotContain(life.Steps, step => step.Step.Stage != "pre-due-notice");
        }
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("9998-01-01")]
    [InlineData("0002-01-01")]
    public void DueDate_AtTheEdgeOfTheCalendar_HasAnAnswer(string due)
    {
        var made = Case.With(DebtorKind.Consumer, ("F1", "100.00", due));

        Assert.IsNotType<StepDue>(made.Next);
    }

    [Theory]
    [InlineData("2026-03-26 09:00-04:00", true)]
    [InlineData("2026-03-26 09:00+01:00", false)]
    public void Stage_ReachedAroundMidnight_CountsFromTheDebtorsOwnDay(string now, bool due)
    {
        var made = Case.With(DebtorKind.Business, ("F1", "100.00", "2026-03-10"));
        made.Debtor(Case.Someone(DebtorKind.Business) with { Email = null, Address = null });
        made.Now = Case.At("2026-03-18 00:30+01:00");
        made.Step();

        made.Now = Case.At(now);

        Assert.Equal(due, made.Next is StepDue);
    }
}
