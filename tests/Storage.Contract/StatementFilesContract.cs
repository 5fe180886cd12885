using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Contract;

/// <summary>Records of files, and where bank accounts stand.</summary>
public abstract class StatementFilesContract : StorageContract
{
    private IStatementStore Store => Storage.Statements;

    [Fact]
    public async Task Record_OfAQuarantinedFile_IsKeptWithItsFindings()
    {
        var finding = new FindingRecord("balance-differs", Severity.Error, 12, "Bal", "10.00", "It does not add up.", "Ask the bank.");
        var file = Given.File("f", FileStatus.Quarantined) with { Diagnostics = [finding] };

        await Store.RecordAsync(file, None);
        await Store.RecordAsync(file, None);

        var found = await Store.FindFileAsync(file.Sha256, None);
        Assert.Equal(FileStatus.Quarantined, found!.Status);
        Assert.Equal(finding, Assert.Single(found.Diagnostics));
        Assert.Single((await Store.FilesAsync(null, new PageRequest(), None)).Items);
        Assert.Empty(await Storage.ReceiveAllAsync());
    }

    [Fact]
    public async Task Record_OfAQuarantinedFile_GivesWayToItsAcceptance()
    {
        await Store.RecordAsync(Given.File("f", FileStatus.Quarantined), None);

        await Store.AcceptedAsync("f", [Given.Staged("A")], Given.Statement());

        Assert.Equal(FileStatus.Accepted, (await Store.FindFileAsync(Given.Sha("f"), None))!.Status);
        Assert.Single((await Store.FilesAsync(null, new PageRequest(), None)).Items);
    }

    [Fact]
    public async Task Record_OverAnAcceptedOne_LeavesItAccepted()
    {
        await Store.AcceptedAsync("f", [Given.Staged("A")], Given.Statement());

        await Store.RecordAsync(Given.File("f", FileStatus.Duplicate), None);
        await Store.RecordAsync(Given.File("f", FileStatus.Duplicate, "again.xml"), None);

        var found = await Store.FindFileAsync(Given.Sha("f"), None);
        Assert.Equal(("f.xml", FileStatus.Accepted, 1), (found!.Name, found.Status, found.NewEntries));
    }

    [Fact]
    public async Task Record_ThatSaysAccepted_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store.RecordAsync(Given.File("f"), None));

    [Fact]
    public async Task FindFile_OfContentUnderSeveralNames_GivesTheLastUntilOneIsAccepted()
    {
        await Store.RecordAsync(Given.File("f", FileStatus.Quarantined, "second", Given.Decision.At.AddHours(2)), None);
        await Store.RecordAsync(Given.File("f", FileStatus.Quarantined, "first", Given.Decision.At.AddHours(1)), None);
        Assert.Equal("second", (await Store.FindFileAsync(Given.Sha("f"), None))!.Name);

        await Store.AcceptedAsync("f", [], Given.Statement());

        Assert.Equal("f.xml", (await Store.FindFileAsync(Given.Sha("f"), None))!.Name);
    }

    [Fact]
    public async Task Files_ComeNewestFirst_PageByPage()
    {
        for (var i = 0; i < 11; i++)
        {
            // Several arrive at one instant.
            var arrivedAt = Given.Decision.At.AddHours(i / 3);
            await Store.RecordAsync(Given.File($"f{i:00}", i % 2 == 0 ? FileStatus.Quarantined : FileStatus.Duplicate, arrivedAt: arrivedAt), None);
        }

        var all = await Given.AllAsync(page => Store.FilesAsync(null, page, None), 2);
        var quarantined = await Given.AllAsync(page => Store.FilesAsync(FileStatus.Quarantined, page, None), 4);

        Assert.Equal(11, all.Select(file => file.Name).Distinct().Count());
        Assert.Equal(all.OrderByDescending(file => file.ArrivedAt).Select(file => file.ArrivedAt), all.Select(file => file.ArrivedAt));
        Assert.Equal(all.Where(file => file.Status == FileStatus.Quarantined).Select(file => file.Name), quarantined.Select(file => file.Name));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task Files_PageOfAnotherSize_IsRefused(int size) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Store.FilesAsync(null, new PageRequest(size), None));

    [Fact]
    public async Task Position_AddsUpOverStatements_WhateverTheirOrderOfArrival()
    {
        await Store.AcceptedAsync("later", [Given.Staged("B", 500, day: 9)], Given.Statement(9, 9, opening: 1100, closing: 1600));
        await Store.AcceptedAsync("earlier", [Given.Staged("A", 100, day: 2)], Given.Statement(2, 2, opening: 1000, closing: 1100));

        var position = await Store.PositionAsync(Given.Bank, None);

        Assert.Equal(Given.Eur(1000), position!.FirstOpening!.Value.Amount);
        Assert.Equal(Given.Eur(600), position.EntryTotal);
        Assert.Equal(new Balance(Given.Eur(1600), Given.March(9)), position.Closing);
        Assert.Equal(Given.March(9), position.Through);
        Assert.Equal(position.Closing!.Value.Amount, position.FirstOpening.Value.Amount + position.EntryTotal);
    }

    [Fact]
    public async Task Position_OfSeveralStatementsADay_GoesByTheirOrderOfArrival()
    {
        await Store.AcceptedAsync("f", [Given.Staged("A", 100)], Given.Statement(opening: 0, closing: 100));
        await Store.AcceptedAsync("g", [Given.Staged("B", 50)], Given.Statement(opening: 100, closing: 150));

        var position = await Store.PositionAsync(Given.Bank, None);

        Assert.Equal((0, 150), (position!.FirstOpening!.Value.Amount.MinorUnits, position.Closing!.Value.Amount.MinorUnits));
    }

    [Fact]
    public async Task Position_WithoutStatedBalances_HasNone()
    {
        await Store.AcceptedAsync("f", [Given.Staged("A", 100)], Given.Statement(opening: null, closing: null));

        var position = await Store.PositionAsync(Given.Bank, None);

        Assert.Equal((null, null, Given.Eur(100)), (position!.FirstOpening, position.Closing, position.EntryTotal));
        Assert.Equal(Given.March(4), position.Through);
    }

    [Fact]
    public async Task Position_WhoseLastStatementStatesNoClosing_KeepsTheLastOneStated()
    {
        await Store.AcceptedAsync("f", [Given.Staged("A", 100, day: 2)], Given.Statement(2, 2, opening: 0, closing: 100));
        await Store.AcceptedAsync("g", [Given.Staged("B", 100, day: 6)], Given.Statement(6, 6, opening: null, closing: null));

        var position = await Store.PositionAsync(Given.Bank, None);

        Assert.Equal(new Balance(Given.Eur(100), Given.March(2)), position!.Closing);
        Assert.Equal(Given.March(6), position.Through);
    }

    [Fact]
    public async Task Positions_ListEveryBankAccountByKey()
    {
        Assert.Empty(await Store.PositionsAsync(None));
        await Store.AcceptedAsync(
            "f", [Given.Staged("A", 100, bank: Given.OtherBank), Given.Staged("B", 7)],
            Given.Statement(bank: Given.OtherBank), Given.Statement(bank: Given.Bank));

        var positions = await Store.PositionsAsync(None);

        Assert.Equal([Given.Bank, Given.OtherBank], positions.Select(position => position.Account));
        Assert.Equal([7, 100], positions.Select(position => position.EntryTotal.MinorUnits));
        Assert.Null(await Store.PositionAsync(BankAccountId.FromText("unknown"), None));
    }
}
