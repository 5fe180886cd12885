using Azure;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Hosting;
using Reconciliation.Pipeline;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure;

namespace Reconciliation.Host.Azure.Settings;

/// <summary>
/// The ledger's settings and storage, opened before the worker takes its first call: a setting or a right that is missing
/// fails the start, by name, and not the first message of the night.
/// </summary>
public sealed class OpenedLedger(AzureClients clients, HostSettings host, IMessages messages, TimeProvider time) : IHostedLifecycleService
{
    private LedgerSettings? _settings;
    private AzureStorage? _storage;

    /// <summary>The creditor and its policy.</summary>
    public LedgerSettings Settings => _settings ?? throw NotOpen();

    /// <summary>The adapters on the ledger's storage account.</summary>
    public AzureStorage Storage => _storage ?? throw NotOpen();

    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        _settings = await ReadAsync(clients.Blobs.GetBlobContainerClient(StorageNames.Settings), cancellationToken);
        _storage = await AzureStorage.OpenAsync(
            clients.Tables, clients.Blobs, _settings.Pipeline.Chart, host.ContactsSender, messages, cancellationToken, time: time);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Reads the settings files; without a policy the built-in one holds, without rules the matcher alone decides.</summary>
    /// <exception cref="SettingsException">There is no creditor file, or a file cannot be read.</exception>
    internal static async Task<LedgerSettings> ReadAsync(BlobContainerClient container, CancellationToken cancellation)
    {
        var creditor = await TextAsync(container.GetBlobClient(LedgerSettings.CreditorFile), cancellation)
            ?? throw new SettingsException(LedgerSettings.CreditorFile, "is missing from the container 'settings'; upload one, such as `reconcile serve` writes into a new data folder");
        return LedgerSettings.Read(
            creditor,
            await TextAsync(container.GetBlobClient(LedgerSettings.PolicyFile), cancellation),
            await TextAsync(container.GetBlobClient(LedgerSettings.RulesFile), cancellation));
    }

    private static async Task<string?> TextAsync(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            return (await blob.DownloadContentAsync(cancellation)).Value.Content.ToString();
        }
        catch (RequestFailedException refused) when (refused.Status == 404)
        {
            return null;
        }
    }

    private static InvalidOperationException NotOpen() => new("The ledger is used before the host has opened it.");
}
