using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Host.Azure.Orchestrations;

namespace Reconciliation.Host.Azure.Tests.Orchestrations;

/// <summary>Whatever happens in whatever order: the same history gives the same actions, and no change is forgotten.</summary>
public class ReplayTests
{
    private static readonly DateTimeOffset Start = new(2026, 10, 1, 9, 0, 0, TimeSpan.Zero);

    private enum Happening
    {
        Change,
        Hour,
        Month,
        FailNext,
        Suspend,
        Resume,
        Due,
        NothingPlanned,
    }

    [Fact]
    public void History_ReplayedAgain_GivesTheSameActions()
    {
        var run = new OrchestrationRun<CaseInput>(AccountCase.RunAsync, new CaseInput("c|d|EUR"), Start)
            .On("AskNextStep", _ => new CaseLook(true, Start, "first", [])).On("TakeDueStep", _ => new CaseLook(false, Start.AddDays(1), "first", [])).Start();

        Assert.Equal(run.ReplayAgain(), run.ReplayAgain());
        Assert.Equal(["activity AskNextStep", "activity TakeDueStep", "timer 2026-10-02"], run.ReplayAgain().Select(Begin));
        Assert.True(run.Seen.Replaying > 0 && run.Seen.Fresh > 0);
    }

    [Fact]
    public void Orchestrator_ThatIsNotTheSameTwice_IsCaught()
    {
        var runs = 0;
        var run = new OrchestrationRun<CaseInput>(
            (context, input) => context.CallActivityAsync<int>($"{runs++}", input), new CaseInput("c|d|EUR"), Start).On("0", _ => 1);

        Assert.Throws<InvalidOperationException>(() => run.Start());
    }

    [Fact]
    public void Case_ThroughAnyHappenings_ReplaysTheSameAndHearsEveryChange() => Prop.ForAll(
        ArbMap.Default.GeneratorFor<int>().Select(n => (Happening)(Math.Abs(n % 8))).ArrayOf().Resize(40).ToArbitrary(),
        happenings => Play(happenings)).QuickCheckThrowOnFailure();

    private static void Play(Happening[] happenings)
    {
        var (changed, seen, fails, isDue, isPlanned) = (0, 0, 0, false, true);
        OrchestrationRun<CaseInput> run = null!;
        run = new OrchestrationRun<CaseInput>(AccountCase.RunAsync, new CaseInput("c|d|EUR"), Start).On("AskNextStep", _ => Ask()).On("TakeDueStep", _ => Take()).Start();
        foreach (var happening in happenings)
            Happen(happening);

        run.Resume();
        run.AdvanceTo(run.Now.AddHours(3));
        Assert.Equal(RunStatus.Running, run.Status);
        Assert.Equal(changed, seen);
        Assert.True(run.Timers.Count <= 1, "More than one alarm is set.");
        Assert.Equal(0, run.Unprocessed);
        Assert.Equal(0, run.LeftBehind);

        CaseLook Ask()
        {
            if (fails-- > 0)
                throw new IOException("busy");
            seen = changed;
            return new CaseLook(isDue, isPlanned ? new DateTimeOffset(run?.Now ?? Start.UtcDateTime, TimeSpan.Zero).AddDays(2) : null, "first", []);
        }

        CaseLook Take()
        {
            isDue = false;
            return Ask();
        }

        void Happen(Happening happening)
        {
            switch (happening)
            {
                case Happening.Change:
                    run.Raise(AccountCase.Changed, ++changed);
                    break;
                case Happening.Hour:
                    run.AdvanceTo(run.Now.AddHours(1));
                    break;
                case Happening.Month:
                    run.AdvanceTo(run.Now.AddDays(31));
                    break;
                case Happening.FailNext:
                    fails = 2;
                    break;
                case Happening.Suspend:
                    run.Suspend();
                    break;
                case Happening.Resume:
                    run.Resume();
                    break;
                case Happening.Due:
                    isDue = true;
                    break;
                case Happening.NothingPlanned:
                    isPlanned = !isPlanned;
                    break;
            }
        }
    }

    private static string Begin(string action) => action.StartsWith("timer", StringComparison.Ordinal) ? action[..16] : action[..action.LastIndexOf(' ')];
}
