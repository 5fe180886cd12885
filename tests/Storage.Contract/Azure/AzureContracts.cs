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
public sealed class BlobFileStoreTests(Azurite azurite) : FileStoreContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => AzureUnderTest.OpenAsync(azurite);
}
