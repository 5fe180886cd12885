using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure.Blobs;

namespace Reconciliation.Storage.Contract.Azure;

[Collection(AzuriteTests.Name)]
public sealed class BlobFiguresTests(Azurite azurite) : FiguresContract
{
    private readonly string _prefix = $"t{Guid.NewGuid():N}";

    public override Task DisposeAsync() => azurite.Blobs.GetBlobContainerClient(_prefix + "figures").DeleteAsync();

    protected override async Task<IFigures> OpenAsync()
    {
        var container = azurite.Blobs.GetBlobContainerClient(_prefix + "figures");
        await container.CreateIfNotExistsAsync();
        return new BlobFigures(container);
    }
}
