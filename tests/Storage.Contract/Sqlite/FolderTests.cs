using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Contract.Sqlite;

/// <summary>Where files lie in the data folder, and what a fall of the process leaves there.</summary>
public sealed class FolderTests : IAsyncDisposable
{
    private readonly SqliteUnderTest _storage = SqliteUnderTest.Open();

    private static CancellationToken None => CancellationToken.None;

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task Waiting_ComesInOrderOfArrivalThenOfName_WithoutWhatIsBeingWritten()
    {
        string[] names = ["b.xml", "a.xml", "late.xml", ".hidden", "upload.part", "upload.TMP", "x.filepart"];
        foreach (var name in names)
        {
            await _storage.DropAsync(name, name);
            File.SetLastWriteTimeUtc(Path.Combine(_storage.Folder, "inbox", name), new DateTime(2026, 3, name == "late.xml" ? 4 : 5, 0, 0, 0, DateTimeKind.Utc));
        }

        Directory.CreateDirectory(Path.Combine(_storage.Folder, "inbox", "folder.xml"));
        var waiting = new List<string>();
        await foreach (var name in _storage.Files.WaitingAsync(None))
            waiting.Add(name);

        Assert.Equal(["late.xml", "a.xml", "b.xml"], waiting);
    }

    [Fact]
    public async Task Archived_LiesUnderItsHashAndName()
    {
        var sha = Given.Sha("content");
        await _storage.DropAsync("relevé mars.xml", "content");

        await _storage.Files.ArchiveAsync("relevé mars.xml", sha, None);

        Assert.Equal("content", await File.ReadAllTextAsync(Path.Combine(_storage.Folder, "archive", sha[..2], $"{sha}_relevé mars.xml")));
    }

    [Fact]
    public async Task Archived_UnderANameTooLongForAHashBeforeIt_KeepsItsEnding()
    {
        var name = new string('é', 120) + ".xml";
        await _storage.DropAsync(name, "content");

        await _storage.Files.ArchiveAsync(name, Given.Sha("content"), None);

        var kept = Assert.Single(Directory.EnumerateFiles(Path.Combine(_storage.Folder, "archive"), "*", SearchOption.AllDirectories));
        Assert.EndsWith("éé.xml", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quarantine_RepeatedAfterAFallBetweenReportAndFile_Ends()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_storage.Folder, "quarantine", Given.Sha("bad"))).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "report.json"), "{}");
        await File.WriteAllTextAsync(Path.Combine(folder, ".report.json.tmp"), "{half");
        await _storage.DropAsync("f.xml", "bad");

        await _storage.Files.QuarantineAsync("f.xml", Given.Sha("bad"), """{"whole":true}""", None);

        Assert.Equal(("bad", """{"whole":true}"""), await _storage.QuarantinedAsync(Given.Sha("bad")));
    }

    [Fact]
    public async Task Return_AfterAFallThatLeftTheReportBehind_HoldsNothing()
    {
        await _storage.DropAsync("f.xml", "bad");
        await _storage.Files.QuarantineAsync("f.xml", Given.Sha("bad"), "{}", None);
        // The fall came after the file was moved and before its report was removed.
        File.Move(Path.Combine(_storage.Folder, "quarantine", Given.Sha("bad"), "f.xml"), Path.Combine(_storage.Folder, "inbox", "f.xml"));

        Assert.True(await _storage.Files.ReturnAsync(Given.Sha("bad"), "f.xml", None));
        Assert.False(await _storage.Files.ReturnAsync(Given.Sha("bad"), "g.xml", None));

        await _storage.Files.QuarantineAsync("f.xml", Given.Sha("bad"), """{"again":true}""", None);
        Assert.Equal(("bad", """{"again":true}"""), await _storage.QuarantinedAsync(Given.Sha("bad")));
    }

    [Fact]
    public async Task Return_OfOneContentUnderTwoNames_TakesTheOneAskedFor()
    {
        foreach (var name in new[] { "a.xml", "b.xml" })
        {
            await _storage.DropAsync(name, "bad");
            await _storage.Files.QuarantineAsync(name, Given.Sha("bad"), "{}", None);
        }

        Assert.True(await _storage.Files.ReturnAsync(Given.Sha("bad"), "b.xml", None));

        var folder = Path.Combine(_storage.Folder, "quarantine", Given.Sha("bad"));
        Assert.Equal(["a.xml", "report.json"], Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("upload.part")]
    [InlineData(".hidden")]
    public async Task Return_UnderANameThatNobodyTakesUp_IsRefused(string name)
    {
        await _storage.DropAsync("f.xml", "bad");
        await _storage.Files.QuarantineAsync("f.xml", Given.Sha("bad"), "{}", None);

        await Assert.ThrowsAsync<ArgumentException>(() => _storage.Files.ReturnAsync(Given.Sha("bad"), name, None));
    }

    [Fact]
    public async Task Open_WhileTheFileIsArchived_ReadsOn()
    {
        await _storage.DropAsync("f.xml", "content");
        await using var stream = await _storage.Files.OpenAsync("f.xml", None);

        await _storage.Files.ArchiveAsync("f.xml", Given.Sha("content"), None);

        using var reader = new StreamReader(stream!);
        Assert.Equal("content", await reader.ReadToEndAsync());
    }
}
