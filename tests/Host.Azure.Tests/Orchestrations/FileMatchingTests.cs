using Reconciliation.Host.Azure.Orchestrations;

namespace Reconciliation.Host.Azure.Tests.Orchestrations;

/// <summary>A large file is matched in parts, eight at a time, then once over the rest.</summary>
public class FileMatchingTests
{
    private static readonly DateTimeOffset Start = new(2026, 10, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void File_OfTwentyParts_IsMatchedInWindowsAndThenItsRest()
    {
        var run = Run(20).Start();

        Assert.Equal(RunStatus.Completed, run.Status);
        Assert.Equal(20, run.Calls["MatchFilePart"]);
        Assert.Equal(1, run.Calls["MatchFileRest"]);
        Assert.Equal(new MatchingStatus("done", 20, 20), run.CustomStatus);
        Assert.StartsWith("activity MatchFileRest", run.Log[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_OfOneWindow_AreAskedForTogether()
    {
        var asked = 0;
        OrchestrationRun<MatchingInput> run = null!;
        run = Run(20).On("MatchFilePart", _ =>
        {
            asked = Math.Max(asked, run.Log.Count(action => action.StartsWith("activity MatchFilePart", StringComparison.Ordinal)) - run.Calls["MatchFilePart"] + 1);
            return null;
        });
        run.Start();

        Assert.Equal(FileMatching.PartsAtOnce, asked);
    }

    [Fact]
    public void File_WithoutWaitingEntries_StillHasItsRestLookedAt()
    {
        var run = Run(0).Start();

        Assert.Equal(1, run.Calls["MatchFileRest"]);
        Assert.Equal(new MatchingStatus("done", 0, 0), run.CustomStatus);
    }

    [Fact]
    public void Part_ThatFailsForAWhile_IsTriedAgainByItself()
    {
        var failures = 2;
        var run = Run(3);
        run.On("MatchFilePart", _ => failures-- > 0 ? throw new IOException("busy") : null);
        run.Start();

        Assert.Equal(new MatchingStatus("parts", 0, 3), run.CustomStatus);
        run.AdvanceTo(Start.AddHours(1));

        Assert.Equal(RunStatus.Completed, run.Status);
        Assert.Equal(5, run.Calls["MatchFilePart"]);
    }

    private static OrchestrationRun<MatchingInput> Run(int parts) =>
        new OrchestrationRun<MatchingInput>(FileMatching.RunAsync, new MatchingInput("abc"), Start)
            .On("PlanFileMatching", _ => Enumerable.Range(1, parts).Select(n => new MatchingPart("abc", new DateOnly(2026, 9, 1).AddDays(n), new DateOnly(2026, 9, 1).AddDays(n))).ToArray())
            .On("MatchFilePart", _ => null).On("MatchFileRest", _ => null);
}
