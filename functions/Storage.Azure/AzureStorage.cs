using System.Net.Mail;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure.Accounts;
using Reconciliation.Storage.Azure.Blobs;

namespace Reconciliation.Storage.Azure;

/// <summary>The adapters on one storage account. Whether its clients use an identity or a key is the caller's choice.</summary>
public sealed class AzureStorage
{
    private AzureStorage(TableAccountStreams streams, TableOpenItemIndex openItems, BlobFileStore files, BlobOutbox contacts)
    {
        Streams = streams;
        OpenItems = openItems;
        Files = files;
        Contacts = contacts;
    }

    /// <summary>Streams of accounts: table <c>accounts</c>.</summary>
    public TableAccountStreams Streams { get; }

    /// <summary>The open-item index: table <c>openitems</c>.</summary>
    public TableOpenItemIndex OpenItems { get; }

    /// <summary>Statement files: containers <c>inbox</c>, <c>archive</c> and <c>quarantine</c>.</summary>
    public BlobFileStore Files { get; }

    /// <summary>Contacts as documents: container <c>outbox</c>.</summary>
    public BlobOutbox Contacts { get; }

    /// <summary>
    /// Opens the adapters; tables and containers are made where they are missing. Their names begin with
    /// <paramref name="prefix"/>, letters and digits only, where several ledgers share an account. E-mails come from
    /// <paramref name="sender"/>.
    /// </summary>
    public static async Task<AzureStorage> OpenAsync(
        TableServiceClient tables, BlobServiceClient blobs, ChartOfAccounts chart, MailAddress sender, IMessages messages,
        CancellationToken cancellation, string prefix = "")
    {
        var accounts = await TableAsync("accounts");
        var openItems = await TableAsync("openitems");
        var inbox = await ContainerAsync("inbox");
        var archive = await ContainerAsync("archive");
        var quarantine = await ContainerAsync("quarantine");
        var outbox = await ContainerAsync("outbox");
        return new AzureStorage(
            new TableAccountStreams(accounts, chart, messages), new TableOpenItemIndex(openItems), new BlobFileStore(inbox, archive, quarantine),
            new BlobOutbox(outbox, sender));

        async Task<TableClient> TableAsync(string name)
        {
            var table = tables.GetTableClient(prefix + name);
            await table.CreateIfNotExistsAsync(cancellation);
            return table;
        }

        async Task<BlobContainerClient> ContainerAsync(string name)
        {
            var container = blobs.GetBlobContainerClient(prefix + name);
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            return container;
        }
    }
}
