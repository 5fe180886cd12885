using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Contract.Sqlite;

/// <summary>Where files lie in the data folder, and what a fall of the process leaves there.</summary>
public sealed class FolderTests : SqliteTests
{
    [Fact]
    public async Task Waiting_ComesInOrderOfArrivalThenOfName_WithoutWhatIsBeingWritten()
    {
        string[] names = ["b.xml", "a.xml", "late.xml", ".hidden", "upload.part", "upload.TMP", "x.filepart"];
        foreach (var name in names)
        {
            await Storage.DropAsync(name, name);
            File.SetLastWriteTimeUtc(Path.Combine(Storage.Folder, "inbox", name), new DateTime(2026, 3, name == "late.xml" ? 4 : 5, 0, 0, 0, DateTimeKind.Utc));
        }

        Directory.CreateDirectory(Path.Combine(Storage.Folder, "inbox", "folder.xml"));
        var waiting = new List<string>();
        await foreach (var name in Storage.Files.WaitingAsync(None))
            waiting.Add(name);

        Assert.Equal(["late.xml", "a.xml", "b.xml"], waiting);
    }

    [Fact]
    public async Task Archived_LiesUnderItsHashAndName()
    {
        var sha = Given.Sha("content");
        await Storage.DropAsync("relevé mars.xml", "content");

        await Storage.Files.ArchiveAsync("relevé mars.xml", sha, None);

        Assert.Equal("content", await File.ReadAllTextAsync(Path.Combine(Storage.Folder, "archive", sha[..2], $"{sha}_relevé mars.xml")));
    }

    [Fact]
    public async Task Archived_UnderANameTooLongForAHashBeforeIt_KeepsItsEnding()
    {
        var name = new string('é', 120) + ".xml";
        await Storage.DropAsync(name, "content");

        await Storage.Files.ArchiveAsync(name, Given.Sha("content"), None);

        var kept = Assert.Single(Directory.EnumerateFiles(Path.Combine(Storage.Folder, "archive"), "*", SearchOption.AllDirectories));
        Assert.EndsWith("éé.xml", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quarantine_RepeatedAfterAFallBetweenReportAndFile_Ends()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Storage.Folder, "quarantine", Given.Sha("bad"))).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "report.json"), "{}");
        await File.WriteAllTextAsync(Path.Combine(folder, ".report.json.tmp"), "{half");
        await Storage.DropAsync("f.xml", "bad");

        await Storage.Files.QuarantineAsync("f.xml", Given.Sha("bad"), """{"whole":true}""", None);

        Assert.Equal(("bad", """{"whole":true}"""), await Storage.QuarantinedAsync(Given.Sha("bad")));
    }

    [Fact]
    public async Task Return_AfterAFallThatLeftTheReportBehind_HoldsNothing()
    {
        await Storage.DropAsync("f.xml", "bad");
        await Storage.Files.QuarantineAsync("f.xml", Given.Sha("bad"), "{}", None);
        // The fall came after the file was moved and before its report was removed.
        File.Move(Path.Combine(Storage.Folder, "quarantine", Given.Sha("bad"), "f.xml"), Path.Combine(Storage.Folder, "inbox", "f.xml"));

        Assert.True(await Storage.Files.ReturnAsync(Given.Sha("bad"), "f.xml", None));
        Assert.False(await Storage.Files.ReturnAsync(Given.Sha("bad"), "g.xml", None));

        await Storage.Files.QuarantineAsync("f.xml", Given.Sha("bad"), """{"again":true}""", None);
        Assert.Equal(("bad", """{"again":true}"""), await Storage.QuarantinedAsync(Given.Sha("bad")));
    }

    [Fact]
    public async Task Return_OfOneContentUnderTwoNames_TakesTheOneAskedFor()
    {
        foreach (var name in new[] { "a.xml", "b.xml" })
        {
            await Storage.DropAsync(name, "bad");
            await Storage.Files.QuarantineAsync(name, Given.Sha("bad"), "{}", None);
        }

        Assert.True(await Storage.Files.ReturnAsync(Given.Sha("bad"), "b.xml", None));

        var folder = Path.Combine(Storage.Folder, "quarantine", Given.Sha("bad"));
        Assert.Equal(["a.xml", "report.json"], Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("upload.part")]
    [InlineData(".hidden")]
    public async Task Return_UnderANameThatNobodyTakesUp_IsRefused(string name)
    {
        await Storage.DropAsync("f.xml", "bad");
        await Storage.Files.QuarantineAsync("f.xml", Given.Sha("bad"), "{}", None);

        await Assert.ThrowsAsync<ArgumentException>(() => Storage.Files.ReturnAsync(Given.Sha("bad"), name, None));
    }

    [Fact]
    public async Task Open_WhileTheFileIsArchived_ReadsOn()
    {
        await Storage.DropAsync("f.xml", "content");
        await using var stream = await Storage.Files.OpenAsync("f.xml", None);

        await Storage.Files.ArchiveAsync("f.xml", Given.Sha("content"), None);

        using var reader = new StreamReader(stream!);
        Assert.Equal("content", await reader.ReadToEndAsync());
    }
}
