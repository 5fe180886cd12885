using System.Net.Mail;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure;

namespace Reconciliation.Storage.Contract.Azure;

/// <summary>Tables and containers of its own in the emulator. The alarms of accounts are not here.</summary>
public sealed class AzureUnderTest : IStorageUnderTest
{
    private readonly TableServiceClient _tables;
    private readonly BlobServiceClient _blobs;

    private AzureUnderTest(Azurite azurite, HttpPipelinePolicy? policy) => (_tables, _blobs) = azurite.ClientsWith(policy);

    /// <summary>Who writes its e-mails.</summary>
    public static MailAddress Sender { get; } = new("Comptabilité <compta@atelier.example>");

    /// <summary>What the names of its tables and containers begin with.</summary>
    public string Prefix { get; } = $"t{Guid.NewGuid():N}";

    public AzureStorage Azure { get; private set; } = null!;

    public RecordedMessages Sent { get; } = new();

    public ManualClock Clock { get; } = new();

    public IStatementStore Statements => Azure.Statements;

    public IAccountStreams Streams => Azure.Streams;

    public IOpenItemIndex OpenItems => Azure.OpenItems;

    public ILedgerQueries Queries => Azure.Queries;

    public IMessages Messages => Sent;

    public IWakeUps WakeUps => throw NoAlarms();

    public IFileStore Files => Azure.Files;

    public IContactChannels Contacts => Azure.Contacts;

    public static async Task<IStorageUnderTest> OpenAsync(Azurite azurite) => await OpenForItselfAsync(azurite);

    /// <summary>Opens fresh tables and containers; every request to them passes <paramref name="policy"/>.</summary>
    public static async Task<AzureUnderTest> OpenForItselfAsync(Azurite azurite, HttpPipelinePolicy? policy = null)
    {
        var opened = new AzureUnderTest(azurite, policy);
        await opened.ReopenAsync();
        return opened;
    }

    public Task<IReadOnlyList<PipelineMessage>> ReceiveAllAsync() => Task.FromResult(Sent.TakeAll());

    public Task<IReadOnlyList<AccountId>> RingingAsync() => throw NoAlarms();

    public async Task DropAsync(string name, string content) =>
        await Container("inbox").GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: true);

    public async Task<string?> ArchivedAsync(string sha256) =>
        (await UnderAsync("archive", $"{sha256[..2]}/{sha256}_")).Select(kept => kept.Text).FirstOrDefault();

    public async Task<(string Content, string Report)?> QuarantinedAsync(string sha256)
    {
        var held = await UnderAsync("quarantine", $"{sha256}/");
        return held.Count == 0
            ? null
            : (Assert.Single(held, blob => blob.Name != $"{sha256}/report.json").Text, Assert.Single(held, blob => blob.Name == $"{sha256}/report.json").Text);
    }

    public async Task<int> DeliveredAsync() => (await UnderAsync("outbox", "")).Count(blob => blob.Name[0] != '.');

    public async Task ReopenAsync() => Azure = await AnotherAsync();

    /// <summary>Another process on the same data, beside this one.</summary>
    public Task<AzureStorage> AnotherAsync() => AzureStorage.OpenAsync(
        _tables, _blobs, ChartOfAccounts.Default, Sender, Sent, CancellationToken.None, Prefix, Clock);

    public async ValueTask DisposeAsync()
    {
        foreach (var table in StorageNames.Tables)
            await _tables.DeleteTableAsync(Prefix + table);
        foreach (var container in StorageNames.Containers)
            await Container(container).DeleteAsync();
    }

    /// <summary>The names and texts of blobs.</summary>
    public async Task<List<(string Name, string Text)>> UnderAsync(string container, string start)
    {
        var found = new List<(string, string)>();
        await foreach (var blob in Container(container).GetBlobsAsync(BlobTraits.None, BlobStates.None, start, CancellationToken.None))
            found.Add((blob.Name, (await Container(container).GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString()));
        return found;
    }

    private static InvalidOperationException NoAlarms() => new("The alarms of accounts are Durable Functions' own.");

    private BlobContainerClient Container(string name) => _blobs.GetBlobContainerClient(Prefix + name);
}
