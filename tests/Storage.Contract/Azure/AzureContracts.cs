namespace Reconciliation.Storage.Contract.Azure;

[Collection(AzuriteTests.Name)]
public sealed class TableAccountStreamsTests(Azurite azurite) : AccountStreamsContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => AzureUnderTest.OpenAsync(azurite);
}

[Collection(AzuriteTests.Name)]
public sealed class TableOpenItemIndexTests(Azurite azurite) : OpenItemIndexContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => AzureUnderTest.OpenAsync(azurite);
}

[Collection(AzuriteTests.Name)]
public sealed class TableStatementAcceptanceTests(Azurite azurite) : StatementAcceptanceContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => AzureUnderTest.OpenAsync(azurite);
}

[Collection(AzuriteTests.Name)]
public sealed class TableStatementFilesTests(Azurite azurite) : StatementFilesContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => AzureUnderTest.OpenAsync(azurite);
}

[Collection(AzuriteTests.Name)]
public sealed class TableStatementEntriesTests(Azurite azurite) : StatementEntriesContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => AzureUnderTest.OpenAsync(azurite);
}

[Collection(AzuriteTests.Name)]
public sealed class TableLedgerQueriesTests(Azurite azurite) : LedgerQueriesContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => AzureUnderTest.OpenAsync(azurite);
}

[Collection(AzuriteTests.Name)]
public sealed class TableParallelDecisionsTests(Azurite azurite) : ParallelDecisionsContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => AzureUnderTest.OpenAsync(azurite);
}

[Collection(AzuriteTests.Name)]
public sealed class BlobFileStoreTests(Azurite azurite) : FileStoreContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => AzureUnderTest.OpenAsync(azurite);
}

[Collection(AzuriteTests.Name)]
public sealed class BlobOutboxTests(Azurite azurite) : ContactChannelsContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => AzureUnderTest.OpenAsync(azurite);

    [Fact]
    public async Task Document_TakenOutSince_IsNotWrittenAgain()
    {
        var storage = (AzureUnderTest)Storage;
        var delivered = await storage.Contacts.DeliverAsync(Contact("c-1"), None);
        await azurite.Blobs.GetBlobContainerClient(storage.Prefix + "outbox").DeleteBlobAsync(delivered.Detail["outbox/".Length..]);

        Assert.Equal(delivered, await storage.Contacts.DeliverAsync(Contact("c-1"), None));

        Assert.Equal(0, await storage.DeliveredAsync());
    }

    [Fact]
    public async Task Identifiers_ThatLookAlikeInAName_GetADocumentEach()
    {
        await Storage.Contacts.DeliverAsync(Contact("../c-1"), None);
        await Storage.Contacts.DeliverAsync(Contact("c-1"), None);

        Assert.Equal(2, await Storage.DeliveredAsync());
    }
}
