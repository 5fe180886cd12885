using Azure.Data.Tables;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Accounts;

/// <summary>
/// Hints that an account may have changed, in table <c>pending</c>: written before an append, deleted after its message
/// was sent or it came to nothing. So a fall leaves a hint wherever a message is missing, and nobody searches all accounts
/// for it.
/// </summary>
internal sealed class AccountOutbox(TableClient pending, TableClient accounts, IMessages messages, TimeProvider time)
{
    private const int Partitions = 4;

    // Longer than the client repeats a request: an append that is not there by then never comes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Notes an append that is about to lead to a version.</summary>
    public async Task<TableEntity> NoteAsync(AccountId account, int version, string attempt, CancellationToken cancellation)
    {
        var hint = new TableEntity(PartitionOf(account), attempt) { ["Account"] = account.ToString(), ["Version"] = version };
        await pending.UpsertEntityAsync(hint, TableUpdateMode.Replace, cancellation);
        return hint;
    }

    /// <summary>Sends the message of an append that is written.</summary>
    public async Task SendAsync(TableEntity hint, AccountId account, int version, CancellationToken cancellation)
    {
        await messages.SendAsync(new AccountChanged(account, version), cancellation);
        await ForgetAsync(hint, cancellation);
    }

    /// <summary>Takes the hint of an append back that came to nothing.</summary>
    public Task ForgetAsync(TableEntity hint, CancellationToken cancellation) =>
        pending.DeleteEntityAsync(hint.PartitionKey, hint.RowKey, cancellationToken: cancellation);

    /// <summary>Sends what was left behind, as of the account's present version; how many messages that were.</summary>
    public async Task<int> RelayAsync(CancellationToken cancellation)
    {
        var sent = 0;
        await foreach (var hint in pending.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            var account = AccountId.Parse(hint.GetString("Account"));
            var head = await StreamRow.HeadAsync(accounts, account, cancellation);
            if (head?.Version >= hint.GetInt32("Version"))
            {
                await SendAsync(hint, account, head.Version, cancellation);
                sent++;
            }
            else if (time.GetUtcNow() - hint.Timestamp > Patience)
            {
                await ForgetAsync(hint, cancellation);
            }
        }

        return sent;
    }

    private static string PartitionOf(AccountId account) =>
        $"accounts-{Convert.ToInt32(DeterministicId.Of("account", account.ToString())[..2], 16) % Partitions}";
}
