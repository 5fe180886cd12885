using System.Net.Mail;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure.Accounts;
using Reconciliation.Storage.Azure.Blobs;
using Reconciliation.Storage.Azure.OpenItems;
using Reconciliation.Storage.Azure.Statements;

namespace Reconciliation.Storage.Azure;

/// <summary>The adapters on one storage account. Whether its clients use an identity or a key is the caller's choice.</summary>
public sealed class AzureStorage
{
    private AzureStorage(
        TableAccountStreams streams, TableOpenItemIndex openItems, TableStatementStore statements, TableLedgerQueries queries, BlobFileStore files,
        BlobOutbox contacts, BlobFigures figures)
    {
        Streams = streams;
        OpenItems = openItems;
        Statements = statements;
        Queries = queries;
        Files = files;
        Contacts = contacts;
        Figures = figures;
    }

    /// <summary>Streams of accounts: tables <c>accounts</c> and <c>pending</c>.</summary>
    public TableAccountStreams Streams { get; }

    /// <summary>The open-item index: table <c>openitems</c>.</summary>
    public TableOpenItemIndex OpenItems { get; }

    /// <summary>Statements and their entries: tables <c>statements</c> and <c>entries</c>, container <c>staging</c>.</summary>
    public TableStatementStore Statements { get; }

    /// <summary>What people see: table <c>summaries</c>, and sums of the others.</summary>
    public TableLedgerQueries Queries { get; }

    /// <summary>Statement files: containers <c>inbox</c>, <c>archive</c> and <c>quarantine</c>.</summary>
    public BlobFileStore Files { get; }

    /// <summary>Contacts as documents: container <c>outbox</c>.</summary>
    public BlobOutbox Contacts { get; }

    /// <summary>The figures of each day: container <c>figures</c>.</summary>
    public BlobFigures Figures { get; }

    /// <summary>
    /// Opens the adapters; tables and containers are made where they are missing, those that only hosts use too. Their
    /// names begin with <paramref name="prefix"/>, letters and digits only, where several ledgers share an account. E-mails
    /// come from <paramref name="sender"/>. What <paramref name="time"/> says is only compared with the service's own
    /// timestamps, to tell a fall from work under way; null for the system's clock.
    /// </summary>
    public static async Task<AzureStorage> OpenAsync(
        TableServiceClient tables, BlobServiceClient blobs, ChartOfAccounts chart, MailAddress sender, IMessages messages,
        CancellationToken cancellation, string prefix = "", TimeProvider? time = null)
    {
        foreach (var name in StorageNames.Tables)
            await tables.GetTableClient(prefix + name).CreateIfNotExistsAsync(cancellation);
        foreach (var name in StorageNames.Containers)
            await blobs.GetBlobContainerClient(prefix + name).CreateIfNotExistsAsync(cancellationToken: cancellation);

        var clock = time ?? TimeProvider.System;
        var streams = new TableAccountStreams(Table(StorageNames.Accounts), Table(StorageNames.Pending), chart, messages, clock);
        var statements = new TableStatementStore(
            Table(StorageNames.Statements), Table(StorageNames.Entries), Table(StorageNames.OpenItems), Container(StorageNames.Staging), messages, clock);
        return new AzureStorage(
            streams, new TableOpenItemIndex(Table(StorageNames.OpenItems)), statements,
            new TableLedgerQueries(Table(StorageNames.Summaries), streams, statements, chart),
            new BlobFileStore(Container(StorageNames.Inbox), Container(StorageNames.Archive), Container(StorageNames.Quarantine)),
            new BlobOutbox(Container(StorageNames.Outbox), sender), new BlobFigures(Container(StorageNames.Figures)));

        TableClient Table(string name) => tables.GetTableClient(prefix + name);
        BlobContainerClient Container(string name) => blobs.GetBlobContainerClient(prefix + name);
    }

    /// <summary>
    /// Carries through what a fall left behind, for a timer to call every few minutes; how many messages were sent again.
    /// </summary>
    public async Task<int> RelayAsync(CancellationToken cancellation) =>
        await Streams.RelayAsync(cancellation) + await Statements.RelayAsync(cancellation);
}
