using Reconciliation.Domain;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Contract;

/// <summary>How files come into the books.</summary>
public abstract class StatementAcceptanceContract : StorageContract
{
    private IStatementStore Store => Storage.Statements;

    [Fact]
    public async Task Staging_BeforeAcceptance_ShowsNothing()
    {
        var staged = Given.Staged("A");
        await Store.BeginStagingAsync(Given.Sha("f"), None);
        await Store.StageAsync(Given.Sha("f"), [staged], None);

        Assert.Null(await Store.FindFileAsync(Given.Sha("f"), None));
        Assert.Null(await Store.FindEntryAsync(staged.Identity.Id, None));
        Assert.Empty((await Store.EntriesAsync(new EntryFilter([]), new PageRequest(), None)).Items);
        Assert.Equal(0, (await Store.OccurrencesAsync([staged.Identity.Fingerprint], None)).GetValueOrDefault(staged.Identity.Fingerprint));
        Assert.Null(await Store.PositionAsync(Given.Bank, None));
        Assert.False(await Store.HasNewEntriesAsync(None));
        Assert.Empty(await Storage.ReceiveAllAsync());
    }

    [Fact]
    public async Task Acceptance_ShowsEntriesStatementsAndRecord_AndTellsOfThem()
    {
        var staged = Given.Staged("A", 12345);
        var accepted = await Store.AcceptedAsync("f", [staged, Given.Staged("B", -345)], Given.Statement(opening: 100, closing: 12100));

        Assert.Equal(new AcceptedEntries(2, 0), accepted);
        var file = await Store.FindFileAsync(Given.Sha("f"), None);
        Assert.Equal((FileStatus.Accepted, 2, 0), (file!.Status, file.NewEntries, file.KnownEntries));
        var entry = await Store.FindEntryAsync(staged.Identity.Id, None);
        Assert.Equal(Given.Sha("f"), entry!.File);
        Assert.Equal(Given.Bank, entry.Payment.Account);
        Assert.Equal(Given.Eur(12345), entry.Payment.Amount);
        Assert.Equal("ÉTS DUVAL", entry.Payment.Detail.Counterparty.Name);
        Assert.Equal(EntryState.New, entry.Matching.State);
        Assert.Equal(staged.Identity.Id, entry.Matching.Entry);
        Assert.True(await Store.HasNewEntriesAsync(None));
        Assert.Equal([new EntriesAccepted(Given.Sha("f"))], await Storage.ReceiveAllAsync());
    }

    [Fact]
    public async Task Acceptance_Repeated_ChangesNothingAndAnswersTheSame()
    {
        var first = await Store.AcceptedAsync("f", [Given.Staged("A")], Given.Statement(closing: 10000));
        await Storage.ReceiveAllAsync();

        var second = await Store.AcceptedAsync("f", [Given.Staged("A")], Given.Statement(closing: 10000));
        var third = await Store.AcceptAsync(Given.File("f"), [Given.Statement(closing: 10000)], None);

        Assert.Equal([first, first], [second, third]);
        Assert.Single((await Store.EntriesAsync(new EntryFilter([]), new PageRequest(), None)).Items);
        Assert.Equal(Given.Eur(10000), (await Store.PositionAsync(Given.Bank, None))!.EntryTotal);
        Assert.Equal(1, (await Store.FindFileAsync(Given.Sha("f"), None))!.NewEntries);
    }

    [Fact]
    public async Task Acceptance_OfContentAcceptedUnderAnotherName_EntersNothingAndRecordsADuplicate()
    {
        await Store.AcceptedAsync("f", [Given.Staged("A"), Given.Staged("B")], Given.Statement(closing: 20000));

        var copy = Given.File("f", name: "copy.xml");
        var accepted = await Store.AcceptAsync(copy, [Given.Statement(closing: 20000)], None);

        Assert.Equal(new AcceptedEntries(0, 2), accepted);
        Assert.Equal("f.xml", (await Store.FindFileAsync(copy.Sha256, None))!.Name);
        var duplicates = await Store.FilesAsync(FileStatus.Duplicate, new PageRequest(), None);
        Assert.Equal(["copy.xml"], duplicates.Items.Select(file => file.Name));
        Assert.Equal(Given.Eur(20000), (await Store.PositionAsync(Given.Bank, None))!.EntryTotal);
    }

    [Fact]
    public async Task Acceptance_OfAnEntryKnownFromAnotherFile_EntersItOnce()
    {
        await Store.AcceptedAsync("f", [Given.Staged("A"), Given.Staged("B")], Given.Statement());

        var accepted = await Store.AcceptedAsync("g", [Given.Staged("B"), Given.Staged("C")], Given.Statement());

        Assert.Equal(new AcceptedEntries(1, 1), accepted);
        Assert.Equal(Given.Sha("f"), (await Store.FindEntryAsync(Given.Staged("B").Identity.Id, None))!.File);
        Assert.Equal(Given.Sha("g"), (await Store.FindEntryAsync(Given.Staged("C").Identity.Id, None))!.File);
        Assert.Equal(Given.Eur(30000), (await Store.PositionAsync(Given.Bank, None))!.EntryTotal);
        var file = await Store.FindFileAsync(Given.Sha("g"), None);
        Assert.Equal((1, 1), (file!.NewEntries, file.KnownEntries));
    }

    [Fact]
    public async Task Acceptance_OfOneIdentityTwiceInAFile_EntersItOnce()
    {
        var accepted = await Store.AcceptedAsync("f", [Given.Staged("A"), Given.Staged("B"), Given.Staged("A")], Given.Statement());

        Assert.Equal(new AcceptedEntries(2, 1), accepted);
        Assert.Equal(Given.Eur(20000), (await Store.PositionAsync(Given.Bank, None))!.EntryTotal);
    }

    [Fact]
    public async Task Acceptance_OfTwins_KeepsBoth()
    {
        var twin = Given.Staged("A");
        var accepted = await Store.AcceptedAsync("f", [twin, Given.Staged("A", occurrence: 2)], Given.Statement());

        Assert.Equal(new AcceptedEntries(2, 0), accepted);
        Assert.Equal(2, (await Store.OccurrencesAsync([twin.Identity.Fingerprint, "other"], None))[twin.Identity.Fingerprint]);
        Assert.Equal(Given.Eur(20000), (await Store.PositionAsync(Given.Bank, None))!.EntryTotal);
    }

    [Fact]
    public async Task Acceptance_OfAFileWithoutMovement_IsAccepted()
    {
        var accepted = await Store.AcceptedAsync("f", [], Given.Statement(opening: 500, closing: 500));

        Assert.Equal(default, accepted);
        Assert.Equal(Given.Eur(500), (await Store.PositionAsync(Given.Bank, None))!.Closing!.Value.Amount);
    }

    [Fact]
    public async Task Staging_BegunAnew_DropsWhatAnInterruptedAttemptLeft()
    {
        await Store.BeginStagingAsync(Given.Sha("f"), None);
        await Store.StageAsync(Given.Sha("f"), [Given.Staged("wrong")], None);
        await Storage.ReopenAsync();

        await Store.BeginStagingAsync(Given.Sha("f"), None);
        await Store.StageAsync(Given.Sha("f"), [Given.Staged("A")], None);
        await Store.StageAsync(Given.Sha("f"), [Given.Staged("B")], None);
        var accepted = await Store.AcceptAsync(Given.File("f"), [Given.Statement()], None, 2);

        Assert.Equal(new AcceptedEntries(2, 0), accepted);
        Assert.Null(await Store.FindEntryAsync(Given.Staged("wrong").Identity.Id, None));
    }

    [Fact]
    public async Task Staging_OfAFileThatIsDiscarded_TakesNothingFromAnother()
    {
        await Store.BeginStagingAsync(Given.Sha("bad"), None);
        await Store.StageAsync(Given.Sha("bad"), [Given.Staged("A"), Given.Staged("B")], None);
        await Store.BeginStagingAsync(Given.Sha("good"), None);
        await Store.StageAsync(Given.Sha("good"), [Given.Staged("A")], None);

        await Store.RecordAsync(Given.File("bad", FileStatus.Quarantined), None);
        var accepted = await Store.AcceptAsync(Given.File("good"), [Given.Statement()], None, 1);

        Assert.Equal(new AcceptedEntries(1, 0), accepted);
        Assert.Equal("A", (await Store.FindEntryAsync(Given.Staged("A").Identity.Id, None))!.Payment.Entry.BankReference);
        Assert.Null(await Store.FindEntryAsync(Given.Staged("B").Identity.Id, None));
    }

    [Fact]
    public async Task Staging_OfTwoFilesWithTheSameEntry_GivesItToTheFirstAccepted()
    {
        foreach (var content in new[] { "f", "g" })
        {
            await Store.BeginStagingAsync(Given.Sha(content), None);
            await Store.StageAsync(Given.Sha(content), [Given.Staged("A")], None);
        }

        Assert.Equal(new AcceptedEntries(1, 0), await Store.AcceptAsync(Given.File("g"), [], None, 1));
        Assert.Equal(new AcceptedEntries(0, 1), await Store.AcceptAsync(Given.File("f"), [], None, 1));
        Assert.Equal(Given.Sha("g"), (await Store.FindEntryAsync(Given.Staged("A").Identity.Id, None))!.File);
    }

    [Fact]
    public async Task Acceptance_OfAttemptsThatMixed_IsRefusedAndRepeatable()
    {
        await Store.BeginStagingAsync(Given.Sha("f"), None);
        await Store.StageAsync(Given.Sha("f"), [Given.Staged("A")], None);
        await Store.BeginStagingAsync(Given.Sha("f"), None);
        await Store.StageAsync(Given.Sha("f"), [Given.Staged("B")], None);

        await Assert.ThrowsAsync<StagingOverlapException>(() => Store.AcceptAsync(Given.File("f"), [Given.Statement()], None, 2));

        Assert.Null(await Store.FindFileAsync(Given.Sha("f"), None));
        Assert.False(await Store.HasNewEntriesAsync(None));
        Assert.Equal(new AcceptedEntries(2, 0), await Store.AcceptedAsync("f", [Given.Staged("A"), Given.Staged("B")], Given.Statement()));
    }

    [Fact]
    public async Task Acceptance_InParallel_EntersEachEntryOnce()
    {
        const int files = 12;
        var shared = Enumerable.Range(0, 50).Select(n => Given.Staged($"shared {n}")).ToList();

        var accepted = await Task.WhenAll(Enumerable.Range(0, files).Select(file => Task.Run(
            () => Store.AcceptedAsync($"f{file}", [.. shared, Given.Staged($"own {file}")], Given.Statement()))));

        Assert.Equal(shared.Count + files, accepted.Sum(a => a.New));
        Assert.Equal(shared.Count * (files - 1), accepted.Sum(a => a.Known));
        Assert.Equal(Given.Eur(10000 * (shared.Count + files)), (await Store.PositionAsync(Given.Bank, None))!.EntryTotal);
        var entries = await Given.AllAsync(page => Store.EntriesAsync(new EntryFilter([]), page, None), 7);
        Assert.Equal(shared.Count + files, entries.Select(entry => entry.Payment.Id).Distinct().Count());
    }

    [Fact]
    public async Task Acceptance_InAnotherCurrencyThanTheAccount_ThrowsAndChangesNothing()
    {
        await Store.AcceptedAsync("f", [Given.Staged("A")], Given.Statement());

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Store.AcceptedAsync("g", [Given.Staged("B", currency: Currency.Of("USD"))]));

        Assert.Null(await Store.FindFileAsync(Given.Sha("g"), None));
        Assert.Null(await Store.FindEntryAsync(Given.Staged("B", currency: Currency.Of("USD")).Identity.Id, None));
        Assert.Equal(Given.Eur(10000), (await Store.PositionAsync(Given.Bank, None))!.EntryTotal);
    }

    [Fact]
    public async Task Acceptance_OutlivesTheProcess()
    {
        var staged = Given.Staged("A");
        await Store.AcceptedAsync("f", [staged], Given.Statement(closing: 10000));
        await Store.ExplainedAsync(staged.Identity.Id, new BankCharge());

        await Storage.ReopenAsync();

        Assert.Equal(FileStatus.Accepted, (await Store.FindFileAsync(Given.Sha("f"), None))!.Status);
        var entry = await Store.FindEntryAsync(staged.Identity.Id, None);
        Assert.Equal(EntryState.Explained, entry!.Matching.State);
        Assert.Equal(Given.Eur(10000), (await Store.PositionAsync(Given.Bank, None))!.Closing!.Value.Amount);
        Assert.Equal([new EntriesAccepted(Given.Sha("f"))], await Storage.ReceiveAllAsync());
    }
}
