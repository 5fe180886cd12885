using System.Collections.Immutable;
using Azure.Data.Tables;
using Reconciliation.Domain;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>
/// Where bank accounts stand: partition <c>bank</c> of table <c>statements</c>, rows <c>a|ACCOUNT</c>. A row <c>f|ACCOUNT|FILE</c>
/// is written with each change, so that every file counts once.
/// </summary>
internal sealed class BankAccountTable(TableClient table)
{
    private const string Partition = "bank";
    private const string Accounts = "a";

    /// <summary>Sees that an account is kept in a currency from now on; throws where it is kept in another.</summary>
    public async Task EnsureAsync(BankAccountId account, Currency currency, CancellationToken cancellation)
    {
        while (true)
        {
            var read = await FindRowAsync(account, cancellation);
            var known = read is null ? BankAccountRow.Empty(account) : BankAccountRow.Read(read);
            var next = known.In(currency);
            if (read is not null && next == known)
                return;
            if (await TableRows.TryPutAsync(table, next.ToRow(Partition, Key(account)), read, cancellation))
                return;
        }
    }

    /// <summary>Adds what a file brought to an account, once however often it is repeated.</summary>
    public async Task AddAsync(
        string sha256, BankAccountId account, EnteredTotal total, IEnumerable<StatementRecord> statements, CancellationToken cancellation)
    {
        var once = new TableEntity(Partition, $"f|{TableKey.Of(account.Value)}|{TableKey.Of(sha256)}");
        while (true)
        {
            var read = await FindRowAsync(account, cancellation);
            var known = read is null ? BankAccountRow.Empty(account) : BankAccountRow.Read(read);
            var next = statements.Aggregate(known.In(total.Currency), (row, statement) => row.With(statement)) with
            {
                EntryTotal = checked(known.EntryTotal + total.MinorUnits), EntryCount = known.EntryCount + total.Count,
            };
            var row = next.ToRow(Partition, Key(account));
            TableTransactionAction[] actions =
            [
                read is null ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, read.ETag),
                new(TableTransactionActionType.Add, once),
            ];
            if (await TableTransaction.TryWriteAsync(table, actions, cancellation)
                || await TableRows.FindAsync(table, Partition, once.RowKey, cancellation) is not null)
                return;
        }
    }

    public async Task<BankAccountRow?> FindAsync(BankAccountId account, CancellationToken cancellation) =>
        await FindRowAsync(account, cancellation) is { } row ? BankAccountRow.Read(row) : null;

    /// <summary>Every account, by key.</summary>
    public async Task<ImmutableArray<BankAccountRow>> ReadAsync(CancellationToken cancellation)
    {
        var accounts = ImmutableArray.CreateBuilder<BankAccountRow>();
        await foreach (var row in TableRows.Between(table, Partition, Accounts, EntryKey.After(Accounts), cancellation))
            accounts.Add(BankAccountRow.Read(row));
        return accounts.DrainToImmutable();
    }

    private static string Key(BankAccountId account) => $"{Accounts}|{TableKey.Of(account.Value)}";

    private Task<TableEntity?> FindRowAsync(BankAccountId account, CancellationToken cancellation) =>
        TableRows.FindAsync(table, Partition, Key(account), cancellation);
}
