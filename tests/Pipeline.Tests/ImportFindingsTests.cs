using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Tests;

/// <summary>What only the books can tell of a statement that reads well by itself.</summary>
public sealed class ImportFindingsTests : IAsyncLifetime
{
    private readonly TestPipeline _pipeline = new();

    [Fact]
    public async Task APreviewOfTheDay_IsKeptForReferenceAndEntersNothing()
    {
        var preview = $":20:NOON\n:25:{Mt940Text.Account}\n:28C:1\n:34F:EUR0,00\n:13D:2609011200+0200\n" +
            ":61:2609010901C25,00NTRFNONREF\n:86:hello\n-\n";

        var file = await _pipeline.IngestAsync("noon.sta", preview);

        Assert.Equal((FileStatus.Accepted, 0), (file.Status, file.NewEntries));
        Assert.Contains(file.Diagnostics, d => d.Code == "preview-not-posted");
        Assert.Empty(await _pipeline.EntriesAsync());
        Assert.Equal("0.00", await _pipeline.BalanceAsync("512"));
    }

    [Fact]
    public async Task AStatementThatGoesBackOverDaysInTheBooks_EntersOnlyWhatTheyLack()
    {
        await _pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 0, (25_00, "hello")));
        await _pipeline.IngestAsync("day2.sta", Mt940Text.Day(2, "260902", 25_00, (10_00, "later")));

        var file = await _pipeline.IngestAsync("day1 anew.sta", Mt940Text.Day(3, "260901", 0, (25_00, "hello"), (3_00, "forgotten")));

        Assert.Equal((FileStatus.Accepted, 1, 1), (file.Status, file.NewEntries, file.KnownEntries));
        Assert.Contains(file.Diagnostics, d => d.Code == "statement-overlaps");
        Assert.Equal("38.00", await _pipeline.BalanceAsync("512"));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();
}
