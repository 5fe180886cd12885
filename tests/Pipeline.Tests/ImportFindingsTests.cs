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
    public async Task AStatementOfTomorrow_IsAcceptedWithAWarning()
    {
        var today = await _pipeline.IngestAsync("today.sta", Mt940Text.Day(1, "261001", 0, (25_00, "hello")));
        var tomorrow = await _pipeline.IngestAsync("tomorrow.sta", Mt940Text.Day(2, "261002", 25_00, (25_00, "hello")));

        Assert.Empty(today.Diagnostics);
        Assert.Equal(FileStatus.Accepted, tomorrow.Status);
        Assert.Equal(("date-future", "2026-10-02"), (Assert.Single(tomorrow.Diagnostics).Code, tomorrow.Diagnostics[0].Value));
    }

    [Fact]
    public async Task AGapInBalancesAndNumbers_NamesTheStatementsThatAreMissing()
    {
        await _pipeline.IngestAsync("13.sta", Mt940Text.Day(13, "260901", 100_00, (25_00, "hello")));

        var one = await _pipeline.IngestAsync("15.sta", Mt940Text.Day(15, "260903", 500_00, (1_00, "hello")));
        var several = await _pipeline.IngestAsync("19.sta", Mt940Text.Day(19, "260904", 600_00, (1_00, "hello")));

        Assert.Contains(one.Diagnostics, d => d.Code == "statement-number-gap" && d.Message.Contains("statement 14 is missing between 13 and 15", StringComparison.Ordinal));
        Assert.Contains(several.Diagnostics, d => d.Message.Contains("statements 16 to 18 are missing between 15 and 19", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(13, 15, "balances that continue, of numbers of which no more is known")]
    [InlineData(250, 1, "a new year")]
    [InlineData(1, 1, "always the same number")]
    public async Task NumbersThatProveNothing_AreNotSpokenOf(int first, int second, string why)
    {
        await _pipeline.IngestAsync("first.sta", Mt940Text.Day(first, "260901", 100_00, (25_00, "hello")));

        var file = await _pipeline.IngestAsync("second.sta", Mt940Text.Day(second, "260903", 125_00, (1_00, why)));

        Assert.Empty(file.Diagnostics);
    }

    [Theory]
    [InlineData(244, 247)]
    [InlineData(260901, 260904)]
    [InlineData(1, 4)]
    public async Task NumbersThatAreDays_AreNotCounted(int first, int second)
    {
        await _pipeline.IngestAsync("first.sta", Mt940Text.Day(first, "260901", 100_00, (25_00, "hello")));

        var file = await _pipeline.IngestAsync("second.sta", Mt940Text.Day(second, "260904", 500_00, (1_00, "hello")));

        Assert.Equal("continuity-broken", Assert.Single(file.Diagnostics).Code);
    }

    [Fact]
    public async Task ANumberLeftOutBehindOthersInOrder_IsSpokenOfThoughBalancesContinue()
    {
        var file = await _pipeline.IngestAsync("week.sta", string.Concat(
            Mt940Text.Day(31, "260901", 0, (1_00, "a")),
            Mt940Text.Day(32, "260902", 1_00, (1_00, "b")),
            Mt940Text.Day(33, "260903", 2_00, (1_00, "c")),
            Mt940Text.Day(35, "260907", 3_00, (1_00, "d"))));

        Assert.Equal((FileStatus.Accepted, 4), (file.Status, file.NewEntries));
        Assert.Equal("statement-number-gap", Assert.Single(file.Diagnostics).Code);
    }

    [Fact]
    public async Task TwoEntriesOfOneReferenceInAStatement_AreBothEntered()
    {
        var content = Mt940Text.Day(1, "260901", 0, (25_00, "hello"), (25_00, "hello")).Replace("NONREF", "NONREF//B0001", StringComparison.Ordinal);

        var file = await _pipeline.IngestAsync("day1.sta", content);
        var again = await _pipeline.IngestAsync("day1 again.sta", "\n" + content);

        Assert.Equal((FileStatus.Accepted, 2, 0), (file.Status, file.NewEntries, file.KnownEntries));
        Assert.Contains(file.Diagnostics, d => d is { Code: "reference-repeated", Line: > 0, Value: "B0001" });
        Assert.Equal((0, 2), (again.NewEntries, again.KnownEntries));
        Assert.Equal("50.00", await _pipeline.BalanceAsync("512"));
    }

    [Fact]
    public async Task AStatementThatStandsTwiceInAFile_IsEnteredOnce()
    {
        var day = Mt940Text.Day(1, "260901", 0, (25_00, "hello"), (25_00, "hello"));

        var file = await _pipeline.IngestAsync("doubled.sta", day + day);

        Assert.Equal((FileStatus.Accepted, 2, 2), (file.Status, file.NewEntries, file.KnownEntries));
        Assert.Contains(file.Diagnostics, d => d.Code == "statement-repeated");
        Assert.Equal("50.00", await _pipeline.BalanceAsync("512"));
    }

    [Fact]
    public async Task AMismatchInQuarantine_IsExplainedInItsReport()
    {
        var day = Mt940Text.Day(1, "260901", 0, (25_00, "hello"), (-3_00, "fee"));

        var file = await _pipeline.IngestAsync("broken.sta", day.Replace("D3,00", "C3,00", StringComparison.Ordinal));

        Assert.Equal(FileStatus.Quarantined, file.Status);
        var report = File.ReadAllText(_pipeline.Folder("quarantine").Single(f => f.EndsWith("report.json", StringComparison.Ordinal)));
        Assert.Contains("mismatch-by-sign", report, StringComparison.Ordinal);
        Assert.Contains("\"rule\": \"Opening balance plus booked entries is the closing balance.\"", report, StringComparison.Ordinal);
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
