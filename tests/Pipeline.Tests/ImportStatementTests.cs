using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Ingest;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Tests;

/// <summary>Files in: accepted once, recognised again, kept aside whole where something is wrong.</summary>
public sealed class ImportStatementTests : IAsyncLifetime
{
    private readonly TestPipeline _pipeline = new();

    [Fact]
    public async Task AStatement_IsAcceptedAndPostedAgainstSuspense()
    {
        var file = await _pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 100_00, (25_00, "hello"), (-5_00, "fee")));

        Assert.Equal((FileStatus.Accepted, 2, 0), (file.Status, file.NewEntries, file.KnownEntries));
        Assert.Equal("20.00", await _pipeline.BalanceAsync("512"));
        Assert.Equal("-20.00", await _pipeline.BalanceAsync("471"));
        Assert.Empty(_pipeline.Folder("inbox"));
        Assert.Single(_pipeline.Folder("archive"));
    }

    [Fact]
    public async Task TheSameContent_UnderAnotherName_IsADuplicate()
    {
        var content = Mt940Text.Day(1, "260901", 100_00, (25_00, "hello"));
        await _pipeline.IngestAsync("day1.sta", content);

        var again = await _pipeline.IngestAsync("copy of day1.sta", content);

        Assert.Equal(FileStatus.Duplicate, again.Status);
        Assert.Contains(again.Diagnostics, d => d.Code == "file-duplicate");
        Assert.Equal("25.00", await _pipeline.BalanceAsync("512"));
    }

    [Fact]
    public async Task TheSameStatement_InOtherBytes_EntersNothingTwice()
    {
        await _pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 100_00, (25_00, "hello"), (25_00, "hello")));

        var again = await _pipeline.IngestAsync("day1 again.sta", "\n" + Mt940Text.Day(1, "260901", 100_00, (25_00, "hello"), (25_00, "hello")));

        Assert.Equal((0, 2), (again.NewEntries, again.KnownEntries));
        Assert.Equal("50.00", await _pipeline.BalanceAsync("512"));
    }

    [Fact]
    public async Task TwoStatementsOfADay_WithTrueTwins_KeepBoth()
    {
        await _pipeline.IngestAsync("morning.sta", Mt940Text.Day(1, "260901", 100_00, (25_00, "hello")));

        var afternoon = await _pipeline.IngestAsync("afternoon.sta", Mt940Text.Day(2, "260901", 125_00, (25_00, "hello")));

        Assert.Equal((1, 0), (afternoon.NewEntries, afternoon.KnownEntries));
        Assert.Equal("50.00", await _pipeline.BalanceAsync("512"));
    }

    [Fact]
    public async Task AStatementWhoseEntriesComeToNothing_SentAgain_EntersNothingTwice()
    {
        await _pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 100_00, (25_00, "in"), (-25_00, "out")));

        var again = await _pipeline.IngestAsync("again.sta", "\n" + Mt940Text.Day(1, "260901", 100_00, (25_00, "in"), (-25_00, "out")));

        Assert.Equal((0, 2), (again.NewEntries, again.KnownEntries));
    }

    [Fact]
    public async Task AStatementThatDoesNotAddUp_GoesToQuarantineWholeWithItsReport()
    {
        var broken = Mt940Text.Day(1, "260901", 100_00, (25_00, "hello")).Replace("C260901EUR125,00", "C260901EUR126,00", StringComparison.Ordinal);

        var file = await _pipeline.IngestAsync("broken.sta", broken);

        Assert.Equal(FileStatus.Quarantined, file.Status);
        Assert.Contains(file.Diagnostics, d => d.Code == "balance-mismatch" && d.Line > 0);
        Assert.Empty(await _pipeline.EntriesAsync());
        Assert.Equal(2, _pipeline.Folder("quarantine").Count);
        var report = File.ReadAllText(_pipeline.Folder("quarantine").Single(f => f.EndsWith("report.json", StringComparison.Ordinal)));
        Assert.Contains("balance-mismatch", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AQuarantinedStatement_ThatAPersonReleases_IsEntered()
    {
        var broken = Mt940Text.Day(1, "260901", 100_00, (25_00, "hello")).Replace("C260901EUR125,00", "C260901EUR126,00", StringComparison.Ordinal);
        var file = await _pipeline.IngestAsync("broken.sta", broken);

        Refusal? refusal = await _pipeline.Get<ReleaseStatement>().HandleAsync(file.Sha256, default);
        await _pipeline.DrainAsync();

        Assert.Null(refusal);
        Assert.Single(await _pipeline.EntriesAsync());
        Assert.Equal(FileStatus.Accepted, (await _pipeline.Statements.FindFileAsync(file.Sha256, default))?.Status);
        Assert.Equal(ReleaseStatement.NotQuarantined, await _pipeline.Get<ReleaseStatement>().HandleAsync(file.Sha256, default));
    }

    [Fact]
    public async Task AStatementAfterAGap_IsAcceptedWithAWarning()
    {
        await _pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 100_00, (25_00, "hello")));

        var file = await _pipeline.IngestAsync("day3.sta", Mt940Text.Day(3, "260903", 500_00, (1_00, "hello")));

        Assert.Equal(FileStatus.Accepted, file.Status);
        Assert.Contains(file.Diagnostics, d => d.Code == "continuity-broken");
    }

    [Fact]
    public async Task AStatementOfAForeignAccount_GoesToQuarantine()
    {
        await using var pipeline = new TestPipeline("FR1420041010050500013M02606");

        var file = await pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 100_00, (25_00, "hello")));

        Assert.Equal(FileStatus.Quarantined, file.Status);
        Assert.Contains(file.Diagnostics, d => d.Code == "account-unknown");
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _pipeline.DisposeAsync().AsTask();
}
