using Azure.Data.Tables;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Azure.Accounts;

/// <summary>
/// Messages written by the transaction of what they tell, then sent, then deleted. A fall in between leaves a row, which
/// is sent later: at least once, never none.
/// </summary>
internal sealed class AccountOutbox(TableClient table, IMessages messages)
{
    public static TableEntity Row(AccountId account, int version) => new(StreamRow.Partition(account), StreamRow.Outbox(version))
    {
        ["Said"] = StoredJson.Write<PipelineMessage>(new AccountChanged(account, version)),
    };

    public async Task SendAsync(TableEntity row, CancellationToken cancellation)
    {
        await messages.SendAsync(StoredJson.Read<PipelineMessage>(row.GetString("Said")), cancellation);
        await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellation);
    }

    /// <summary>Sends what was left behind; how many messages that were.</summary>
    public async Task<int> RelayAsync(CancellationToken cancellation)
    {
        var sent = 0;
        var filter = TableClient.CreateQueryFilter($"RowKey ge {StreamRow.FirstOutbox} and RowKey lt {StreamRow.AfterOutbox}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            await SendAsync(row, cancellation);
            sent++;
        }

        return sent;
    }
}
