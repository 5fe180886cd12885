using Azure;
using Reconciliation.Emulator;
using Reconciliation.Host.Azure.Operations;
using Reconciliation.Pipeline;

namespace Reconciliation.Host.Azure.Tests.Http;

/// <summary>What readiness asks of storage, on the emulator: an account that was not set up is not ready.</summary>
public sealed class ReadinessProbeTests(Azurite azurite) : IClassFixture<Azurite>
{
    [Fact]
    public async Task Storage_IsReadyOnceItIsSetUp()
    {
        await Assert.ThrowsAsync<RequestFailedException>(() => new TablesProbe(azurite.Tables).ProbeAsync(default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new BlobsProbe(azurite.Blobs).ProbeAsync(default));
        await azurite.Tables.CreateTableAsync("accounts");
        await azurite.Blobs.CreateBlobContainerAsync("inbox");

        await new TablesProbe(azurite.Tables).ProbeAsync(default);
        await new BlobsProbe(azurite.Blobs).ProbeAsync(default);
    }

    [Fact]
    public async Task Settings_AreReadyOnceTheyCanBeRead()
    {
        var settings = (await azurite.Blobs.CreateBlobContainerAsync("settings")).Value;
        await Assert.ThrowsAsync<RequestFailedException>(() => new SettingsProbe(azurite.Blobs).ProbeAsync(default));

        await settings.UploadBlobAsync(LedgerSettings.CreditorFile, BinaryData.FromString(LedgerSettings.CreditorToFillIn));
        await new SettingsProbe(azurite.Blobs).ProbeAsync(default);

        await settings.UploadBlobAsync(LedgerSettings.PolicyFile, BinaryData.FromString("{"));
        await Assert.ThrowsAsync<SettingsException>(() => new SettingsProbe(azurite.Blobs).ProbeAsync(default));
    }
}

/// <summary>The emulator of Azure Storage, of one class of tests.</summary>
public sealed class Azurite : AzuriteEmulator, IAsyncLifetime;
