using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace Reconciliation.Host.Azure.Settings;

/// <summary>
/// The clients of the services that the app works with, by the settings that the triggers use too: a connection string, or
/// the service's address and an identity (<c>__clientId</c> for a user-assigned one).
/// </summary>
public sealed class AzureClients : IAsyncDisposable
{
    private AzureClients(BlobServiceClient blobs, TableServiceClient tables, ServiceBusClient bus)
    {
        Blobs = blobs;
        Tables = tables;
        Bus = bus;
    }

    /// <summary>The ledger's blobs.</summary>
    public BlobServiceClient Blobs { get; }

    /// <summary>The ledger's tables.</summary>
    public TableServiceClient Tables { get; }

    /// <summary>The queues between steps.</summary>
    public ServiceBusClient Bus { get; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Bus.DisposeAsync();

    /// <summary>Makes the clients, without a request; settings that are missing are added to <paramref name="faults"/>.</summary>
    internal static AzureClients? Of(IConfiguration configuration, List<string> faults)
    {
        var blobs = Client("Ledger", "blobServiceUri", text => new BlobServiceClient(text), (address, identity) => new BlobServiceClient(new Uri(address), identity));
        var tables = Client("Ledger", "tableServiceUri", text => new TableServiceClient(text), (address, identity) => new TableServiceClient(new Uri(address), identity));
        var bus = Client("ServiceBus", "fullyQualifiedNamespace", text => new ServiceBusClient(text), (address, identity) => new ServiceBusClient(address, identity));
        return blobs is null || tables is null || bus is null ? null : new AzureClients(blobs, tables, bus);

        T? Client<T>(string connection, string address, Func<string, T> byText, Func<string, TokenCredential, T> byIdentity)
            where T : class
        {
            try
            {
                if (configuration[connection] is { Length: > 0 } text)
                    return byText(text);
                if (configuration[$"{connection}:{address}"] is { Length: > 0 } place)
                    return byIdentity(place, Identity(configuration[$"{connection}:clientId"]));
                faults.Add($"{connection}, or {connection}__{address} with an identity, is missing");
            }
            catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
            {
                // The failure's text may repeat a part of the secret.
                faults.Add($"{connection} is not a connection string that {typeof(T).Name} takes, or {connection}__{address} is no address ({fault.GetType().Name})");
            }

            return null;
        }
    }

    /// <summary>The user-assigned identity of a client id; without one, whoever the app runs as: on a developer's machine that person.</summary>
    internal static TokenCredential Identity(string? clientId) => string.IsNullOrEmpty(clientId)
        ? new DefaultAzureCredential()
        : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));
}
