using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Contract;

/// <summary>Files that are dropped, kept and put aside.</summary>
public abstract class FileStoreContract : StorageContract
{
    private IFileStore Files => Storage.Files;

    [Fact]
    public async Task Dropped_WaitsAndOpensFromItsBeginning()
    {
        Assert.Empty(await WaitingAsync());
        await Storage.DropAsync("relevé.xml", "content");

        Assert.Equal(["relevé.xml"], await WaitingAsync());
        Assert.Equal("content", await ReadAsync("relevé.xml"));
        Assert.Equal("content", await ReadAsync("relevé.xml"));
        Assert.Null(await Files.OpenAsync("other.xml", None));
    }

    [Fact]
    public async Task DroppedThroughTheStore_GetsANumberWhereItsNameWaitsAlready()
    {
        Assert.Equal("f.xml", await DropAsync("f.xml", "first"));
        var second = await DropAsync("f.xml", "second");

        Assert.NotEqual("f.xml", second);
        Assert.Equal("first", await ReadAsync("f.xml"));
        Assert.Equal("second", await ReadAsync(second));
        Assert.Equal(2, (await WaitingAsync()).Count);
    }

    [Theory]
    [InlineData("../outside.xml")]
    [InlineData("folder/f.xml")]
    [InlineData(".hidden")]
    [InlineData("f.tmp")]
    [InlineData("")]
    public async Task DroppedThroughTheStore_UnderANameThatCannotBe_WaitsUnderOneThatCan(string name)
    {
        var waiting = await DropAsync(name, "content");

        Assert.Equal([waiting], await WaitingAsync());
        Assert.Equal("content", await ReadAsync(waiting));
    }

    private async Task<string> DropAsync(string name, string content)
    {
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        return await Files.DropAsync(name, bytes, None);
    }

    [Fact]
    public async Task Archived_LeavesTheInboxForGood()
    {
        await Storage.DropAsync("f.xml", "content");

        await Files.ArchiveAsync("f.xml", Given.Sha("content"), None);
        await Files.ArchiveAsync("f.xml", Given.Sha("content"), None);

        Assert.Empty(await WaitingAsync());
        Assert.Null(await Files.OpenAsync("f.xml", None));
        Assert.Equal("content", await Storage.ArchivedAsync(Given.Sha("content")));
    }

    [Fact]
    public async Task Archived_OfADuplicate_LeavesTheInboxToo()
    {
        await Storage.DropAsync("f.xml", "content");
        await Files.ArchiveAsync("f.xml", Given.Sha("content"), None);
        await Storage.DropAsync("f.xml", "content");
        await Storage.DropAsync("copy.xml", "content");

        await Files.ArchiveAsync("f.xml", Given.Sha("content"), None);
        await Files.ArchiveAsync("copy.xml", Given.Sha("content"), None);

        Assert.Empty(await WaitingAsync());
        Assert.Equal("content", await Storage.ArchivedAsync(Given.Sha("content")));
    }

    [Fact]
    public async Task Archive_OfAFileThatAnotherTookTheNameOf_LeavesTheOther()
    {
        await Storage.DropAsync("daily.txt", "monday");
        await Files.ArchiveAsync("daily.txt", Given.Sha("monday"), None);
        await Storage.DropAsync("daily.txt", "tuesday");

        await Files.ArchiveAsync("daily.txt", Given.Sha("monday"), None);

        Assert.Equal("tuesday", await ReadAsync("daily.txt"));
        Assert.Equal("monday", await Storage.ArchivedAsync(Given.Sha("monday")));
    }

    [Fact]
    public async Task Archive_OfAFileThatChangedSinceItWasRead_ThrowsAndLeavesIt()
    {
        await Storage.DropAsync("daily.txt", "monday");
        await Storage.DropAsync("daily.txt", "tuesday");

        await Assert.ThrowsAnyAsync<IOException>(() => Files.ArchiveAsync("daily.txt", Given.Sha("monday"), None));

        Assert.Equal(["daily.txt"], await WaitingAsync());
        Assert.Null(await Storage.ArchivedAsync(Given.Sha("monday")));
    }

    [Fact]
    public async Task Archive_OfAFileThatNeverWas_Throws() =>
        await Assert.ThrowsAnyAsync<IOException>(() => Files.ArchiveAsync("f.xml", Given.Sha("content"), None));

    [Fact]
    public async Task Quarantined_LeavesTheInboxWithItsReport()
    {
        await Storage.DropAsync("f.xml", "bad");

        await Files.QuarantineAsync("f.xml", Given.Sha("bad"), """{"code":"x"}""", None);
        await Files.QuarantineAsync("f.xml", Given.Sha("bad"), """{"code":"y"}""", None);

        Assert.Empty(await WaitingAsync());
        Assert.Equal(("bad", """{"code":"y"}"""), await Storage.QuarantinedAsync(Given.Sha("bad")));
    }

    [Fact]
    public async Task Quarantined_UnderTheNameOfAReport_KeepsBoth()
    {
        await Storage.DropAsync("report.json", "bad");

        await Files.QuarantineAsync("report.json", Given.Sha("bad"), "{}", None);

        Assert.Equal(("bad", "{}"), await Storage.QuarantinedAsync(Given.Sha("bad")));
    }

    [Fact]
    public async Task Returned_WaitsAgain()
    {
        await Storage.DropAsync("f.xml", "bad");
        await Files.QuarantineAsync("f.xml", Given.Sha("bad"), "{}", None);

        Assert.True(await Files.ReturnAsync(Given.Sha("bad"), "f.xml", None));
        Assert.True(await Files.ReturnAsync(Given.Sha("bad"), "f.xml", None));

        Assert.Equal("bad", await ReadAsync("f.xml"));
        Assert.Null(await Storage.QuarantinedAsync(Given.Sha("bad")));
        await Files.ArchiveAsync("f.xml", Given.Sha("bad"), None);
        Assert.False(await Files.ReturnAsync(Given.Sha("bad"), "f.xml", None));
    }

    [Fact]
    public async Task Return_OntoAWaitingFile_ThrowsAndKeepsBoth()
    {
        await Storage.DropAsync("f.xml", "bad");
        await Files.QuarantineAsync("f.xml", Given.Sha("bad"), "{}", None);
        await Storage.DropAsync("f.xml", "better");

        await Assert.ThrowsAnyAsync<IOException>(() => Files.ReturnAsync(Given.Sha("bad"), "f.xml", None));

        Assert.Equal("better", await ReadAsync("f.xml"));
        Assert.Equal("bad", (await Storage.QuarantinedAsync(Given.Sha("bad")))!.Value.Content);
    }

    [Fact]
    public async Task Return_OfWhatQuarantineDoesNotHold_IsFalse() =>
        Assert.False(await Files.ReturnAsync(Given.Sha("nothing"), "f.xml", None));

    [Theory]
    [InlineData("../outside.xml")]
    [InlineData("sub/inside.xml")]
    [InlineData("..")]
    [InlineData("")]
    public async Task Name_ThatIsAPath_IsNeverFollowed(string name)
    {
        await Storage.DropAsync("f.xml", "bad");
        await Files.QuarantineAsync("f.xml", Given.Sha("bad"), "{}", None);

        Assert.Null(await Files.OpenAsync(name, None));
        await Assert.ThrowsAnyAsync<IOException>(() => Files.ArchiveAsync(name, Given.Sha("x"), None));
        await Assert.ThrowsAsync<ArgumentException>(() => Files.ReturnAsync(Given.Sha("bad"), name, None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc")]
    [InlineData("ABCDEF")]
    public async Task Hash_ThatIsNone_IsRefused(string sha256)
    {
        await Storage.DropAsync("f.xml", "content");

        await Assert.ThrowsAsync<ArgumentException>(() => Files.ArchiveAsync("f.xml", sha256, None));
        await Assert.ThrowsAsync<ArgumentException>(() => Files.QuarantineAsync("f.xml", sha256, "{}", None));
        await Assert.ThrowsAsync<ArgumentException>(() => Files.ReturnAsync(sha256, "f.xml", None));
        Assert.Equal(["f.xml"], await WaitingAsync());
    }

    private async Task<string> ReadAsync(string name)
    {
        await using var stream = await Files.OpenAsync(name, None);
        using var reader = new StreamReader(stream!);
        return await reader.ReadToEndAsync();
    }

    private async Task<List<string>> WaitingAsync()
    {
        var names = new List<string>();
        await foreach (var name in Files.WaitingAsync(None))
            names.Add(name);
        return names;
    }
}
