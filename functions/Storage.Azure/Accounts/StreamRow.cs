using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Reconciliation.Domain.Ledger;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Accounts;

/// <summary>
/// The rows in an account's partition, by their keys: <c>eVERSION</c> an append, under the version that it led to;
/// <c>head</c> where the stream stands; <c>oVERSION</c> a message not sent yet; <c>pATTEMPT-N</c> a piece of an append
/// too large for one row. Versions have ten digits, so that rows come in their order.
/// </summary>
internal static class StreamRow
{
    public const string Head = "head";
    public const string FirstOutbox = "o";
    public const string AfterOutbox = "p";
    public const string AfterAppends = "f";

    public static string Partition(AccountId account) => TableKey.Of(account.ToString());

    public static string Append(int version) => $"e{Digits(version)}";

    public static string Outbox(int version) => $"{FirstOutbox}{Digits(version)}";

    public static string Piece(string attempt, int number) => $"p{attempt}-{Digits(number)}";

    /// <summary>The row under a key; null where there is none.</summary>
    public static async Task<TableEntity?> FindAsync(TableClient table, AccountId account, string row, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> found =
            await table.GetEntityIfExistsAsync<TableEntity>(Partition(account), row, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private static string Digits(int number) => number.ToString("D10", CultureInfo.InvariantCulture);
}
