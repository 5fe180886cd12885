using Reconciliation.Host.Azure.Orchestrations;

namespace Reconciliation.Host.Azure.Tests.Orchestrations;

/// <summary>The case of an account: an alarm clock that keeps nothing.</summary>
public class AccountCaseTests
{
    private static readonly DateTimeOffset Start = new(2026, 10, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset InAWeek = Start.AddDays(7);

    private readonly List<CaseLook> _asked = [];
    private readonly List<CaseLook> _taken = [];

    [Fact]
    public void Case_WithAStepLater_SleepsUntilItsInstant()
    {
        var run = Run(Later(InAWeek, "money-in-flight"));

        Assert.Equal([InAWeek.UtcDateTime], run.Timers);
        Assert.Equivalent(new CaseStatus("day", InAWeek, "first-reminder", ["money-in-flight"]), run.CustomStatus);
        Assert.Equal(1, run.Calls["AskNextStep"]);
        Assert.False(run.Calls.ContainsKey("TakeDueStep"));
    }

    [Fact]
    public void Timer_ThatWins_HasTheAccountLookedAtAgain()
    {
        var run = Run(Later(InAWeek), Due(), Later(InAWeek.AddDays(10)));
        _taken.Add(Later(InAWeek.AddDays(10)));

        run.AdvanceTo(InAWeek);

        Assert.Equal(1, run.Generation);
        Assert.Equal(1, run.Calls["TakeDueStep"]);
        Assert.Equal([InAWeek.AddDays(10).UtcDateTime], run.Timers);
    }

    [Fact]
    public void Change_ThatWins_CancelsTheTimer()
    {
        var run = Run(Later(InAWeek), Later(InAWeek.AddDays(1)));

        run.Raise(AccountCase.Changed, 4);

        Assert.Equal(0, run.LeftBehind);
        Assert.Equal(1, run.Generation);
        Assert.Equal(2, run.Calls["AskNextStep"]);
        Assert.Equal([InAWeek.AddDays(1).UtcDateTime], run.Timers);
    }

    [Fact]
    public void Change_AfterTheTimerWon_IsHeardInTheNextRound()
    {
        var run = Run(Later(InAWeek), Later(InAWeek.AddDays(1)), Later(InAWeek.AddDays(2)));
        run.AdvanceTo(InAWeek);

        run.Raise(AccountCase.Changed, 4);

        Assert.Equal(3, run.Calls["AskNextStep"]);
        Assert.Equal([InAWeek.AddDays(2).UtcDateTime], run.Timers);
    }

    [Fact]
    public void Change_WhileTheStepIsTaken_IsNotLost()
    {
        var run = NewRun(Due(), Later(InAWeek.AddDays(1)));
        run.On("TakeDueStep", _ =>
        {
            run.RaiseBeforeAnswers(AccountCase.Changed, 4);
            return Later(InAWeek);
        });

        run.Start();

        Assert.Equal(2, run.Calls["AskNextStep"]);
        Assert.Equal([InAWeek.AddDays(1).UtcDateTime], run.Timers);
    }

    [Fact]
    public void Changes_ThatWaitTogether_AreAnsweredByOneLook()
    {
        var run = NewRun(Due(), Later(InAWeek.AddDays(1)));
        run.On("TakeDueStep", _ =>
        {
            for (var version = 1; version <= 5; version++)
                run.RaiseBeforeAnswers(AccountCase.Changed, version);
            return Later(InAWeek);
        });

        run.Start();

        Assert.Equal(2, run.Calls["AskNextStep"]);
        Assert.Equal(0, run.Unprocessed);
    }

    [Fact]
    public void Event_OfAnotherName_IsKeptForTheNextGeneration()
    {
        var run = Run(Later(InAWeek), Later(InAWeek.AddDays(1)));

        run.Raise("SomethingOfALaterRelease", 1);
        run.Raise(AccountCase.Changed, 2);

        Assert.Equal(1, run.KeptEvents);
        Assert.Equal(1, run.Unprocessed);
    }

    [Fact]
    public void Case_WithNothingPlanned_WaitsForAChangeAlone()
    {
        var run = Run(new CaseLook(false, null, null, []), Later(InAWeek));
        run.AdvanceTo(Start.AddYears(3));

        Assert.Empty(run.Timers);
        Assert.Equal(RunStatus.Running, run.Status);
        Assert.Equal("change", Assert.IsType<CaseStatus>(run.CustomStatus).WaitsFor);
        run.Raise(AccountCase.Changed, 2);
        Assert.Equal("day", Assert.IsType<CaseStatus>(run.CustomStatus).WaitsFor);
    }

    [Fact]
    public void Step_ThatStaysDue_IsTriedAgainAtItsInstantAndNotAtOnce()
    {
        var run = NewRun(Due(), Due());
        _taken.AddRange([Due(Start.AddHours(1)), Later(InAWeek)]);
        run.Start();

        Assert.Equal(1, run.Calls["TakeDueStep"]);
        run.AdvanceTo(Start.AddHours(1));
        Assert.Equal(2, run.Calls["TakeDueStep"]);
    }

    [Fact]
    public void Activity_ThatFails_IsTriedAgainAfterGrowingPauses()
    {
        var failures = 3;
        var run = new OrchestrationRun<CaseInput>(AccountCase.RunAsync, new CaseInput("c|d|EUR"), Start)
            .On("AskNextStep", _ => failures-- > 0 ? throw new IOException("busy") : Later(InAWeek)).Start();

        run.AdvanceTo(Start.AddMinutes(5));

        Assert.Equal(4, run.Calls["AskNextStep"]);
        Assert.Equal(RunStatus.Running, run.Status);
        Assert.Equal(
            [5, 15, 35],
            run.History.OfType<TimerFired>().Select(fired => (int)(fired.At - Start.UtcDateTime).TotalSeconds));
    }

    [Fact]
    public void Activity_ThatKeepsFailing_EndsTheCaseWithItsFailure()
    {
        var run = new OrchestrationRun<CaseInput>(AccountCase.RunAsync, new CaseInput("c|d|EUR"), Start)
            .On("AskNextStep", _ => throw new InvalidOperationException("broken")).Start();

        run.AdvanceTo(Start.AddDays(2));

        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Equal(10, run.Calls["AskNextStep"]);
        Assert.IsType<Microsoft.DurableTask.TaskFailedException>(run.Failure);
    }

    [Fact]
    public void Case_WhileSuspended_DoesNothingAndForgetsNothing()
    {
        var run = Run(Later(InAWeek), Later(InAWeek.AddDays(1)));
        run.Suspend();

        run.Raise(AccountCase.Changed, 4);
        run.AdvanceTo(InAWeek);
        Assert.Equal(1, run.Calls["AskNextStep"]);

        run.Resume();
        Assert.Equal(2, run.Calls["AskNextStep"]);
    }

    [Fact]
    public void Case_ThatContinues_ComesToTheNewestVersion()
    {
        var run = new OrchestrationRun<CaseInput>(AccountCase.RunAsync, new CaseInput("c|d|EUR"), Start) { Version = "0.9" }
            .On("AskNextStep", _ => Later(InAWeek)).Start();

        run.Raise(AccountCase.Changed, 1);

        Assert.Equal("1.0", run.NewVersion);
    }

    [Fact]
    public void Case_OfAnOldVersion_DoesWhatANewOneDoes()
    {
        IReadOnlyList<string> LogOf(string version)
        {
            var run = new OrchestrationRun<CaseInput>(AccountCase.RunAsync, new CaseInput("c|d|EUR"), Start) { Version = version }
                .On("AskNextStep", _ => Later(InAWeek)).Start();
            run.Raise(AccountCase.Changed, 1);
            return run.Log;
        }

        // Until the order of actions changes, every version is the same; the day it does, this is where it shows.
        Assert.Equal(LogOf("1.0"), LogOf(""));
    }

    private OrchestrationRun<CaseInput> Run(params CaseLook[] asked) => NewRun(asked).Start();

    private OrchestrationRun<CaseInput> NewRun(params CaseLook[] asked)
    {
        _asked.AddRange(asked);
        return new OrchestrationRun<CaseInput>(AccountCase.RunAsync, new CaseInput("c|d|EUR"), Start)
            .On("AskNextStep", _ => Next(_asked)).On("TakeDueStep", _ => Next(_taken));
    }

    private static CaseLook Next(List<CaseLook> looks)
    {
        var look = looks[0];
        looks.RemoveAt(0);
        return look;
    }

    private static CaseLook Later(DateTimeOffset at, params string[] heldBy) => new(false, at, "first-reminder", heldBy);

    private static CaseLook Due(DateTimeOffset? again = null) => new(true, again ?? Start, "first-reminder", []);
}
