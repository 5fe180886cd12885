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
        await _pipeline.IngestAsync("day3.sta", Mt940Text.Day(3, "260903", 28_00, (10_00, "later")));

        var file = await _pipeline.IngestAsync("day1 anew.sta", Mt940Text.Day(4, "260901", 0, (25_00, "hello"), (3_00, "left out")));

        Assert.Equal((FileStatus.Accepted, 1, 1), (file.Status, file.NewEntries, file.KnownEntries));
        Assert.Contains(file.Diagnostics, d => d.Code == "statement-overlaps");
        Assert.Equal("38.00", await _pipeline.BalanceAsync("512"));
    }

    [Fact]
    public async Task AStatementThatAddsToDaysWithoutRoom_GoesToQuarantine()
    {
        await _pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 0, (25_00, "hello")));
        await _pipeline.IngestAsync("day2.sta", Mt940Text.Day(2, "260902", 25_00, (10_00, "later")));

        var file = await _pipeline.IngestAsync("day1 otherwise.sta", Mt940Text.Day(3, "260901", 0, (25_00, "HALLO")));

        Assert.Equal(FileStatus.Quarantined, file.Status);
        Assert.Contains(file.Diagnostics, d => d.Code == "books-contradicted");
        Assert.Equal("35.00", await _pipeline.BalanceAsync("512"));
    }

    [Fact]
    public async Task AnErrorBehindMoreFindingsThanAreKept_StillDecides()
    {
        var preview = $":20:NOON\n:25:{Mt940Text.Account}\n:28C:1\n:34F:EUR0,00\n:13D:2609011200+0200\n-\n";
        var broken = Mt940Text.Day(1, "260901", 0, (25_00, "hello")).Replace("C260901EUR25,00", "C260901EUR26,00", StringComparison.Ordinal);

        var file = await _pipeline.IngestAsync("many.sta", string.Concat(Enumerable.Repeat(preview, 1500)) + broken);

        Assert.Equal(FileStatus.Quarantined, file.Status);
        Assert.Contains(file.Diagnostics, d => d.Code == "balance-mismatch");
    }

    [Fact]
    public async Task AStatementWithinADayThatComesTooEarly_IsHeldUntilTheOneBeforeItCame()
    {
        await _pipeline.IngestAsync("1.sta", Mt940Text.Day(1, "260901", 0, (25_00, "hello")));
        var third = Mt940Text.Day(3, "260901", 50_00, (25_00, "hello"));

        var early = await _pipeline.IngestAsync("3.sta", third);
        await _pipeline.IngestAsync("2.sta", Mt940Text.Day(2, "260901", 25_00, (25_00, "hello")));
        var late = await _pipeline.IngestAsync("3 again.sta", third);

        Assert.Equal((FileStatus.Quarantined, FileStatus.Accepted), (early.Status, late.Status));
        Assert.Equal("75.00", await _pipeline.BalanceAsync("512"));
    }

    [Fact]
    public async Task AnEarlierStatementOfTheLastDay_InOtherBytes_DoesNotMoveTheBalanceBack()
    {
        var first = Mt940Text.Day(1, "260901", 0, (25_00, "hello")).Replace(":60F:C260901", ":60F:C260831", StringComparison.Ordinal);
        await _pipeline.IngestAsync("1.sta", first);
        await _pipeline.IngestAsync("2.sta", Mt940Text.Day(2, "260901", 25_00, (25_00, "hello")));

        await _pipeline.IngestAsync("1 again.sta", "\n" + first);
        await _pipeline.IngestAsync("2 again.sta", "\n" + Mt940Text.Day(2, "260901", 25_00, (25_00, "hello")));
        var next = await _pipeline.IngestAsync("3.sta", Mt940Text.Day(3, "260902", 50_00, (1_00, "hello")));

        Assert.DoesNotContain(next.Diagnostics, d => d.Code == "continuity-broken");
        Assert.Equal("51.00", await _pipeline.BalanceAsync("512"));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();
}
