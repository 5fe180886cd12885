using Azure.Data.Tables;
using Reconciliation.Pipeline.Operations;
using Reconciliation.Storage.Azure;

namespace Reconciliation.Host.Azure.Operations;

/// <summary>Asks the tables of the ledger for a row that is not there.</summary>
internal sealed class TablesProbe(TableServiceClient tables) : IReadinessProbe
{
    public string Name => "tables";

    public async Task ProbeAsync(CancellationToken cancellation)
    {
        var rows = tables.GetTableClient(StorageNames.Accounts).QueryAsync<TableEntity>("PartitionKey eq 'probe'", 1, cancellationToken: cancellation);
        await foreach (var _ in rows.AsPages())
            return;
    }
}
