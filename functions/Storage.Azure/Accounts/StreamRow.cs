using System.Globalization;
using Azure.Data.Tables;
using Reconciliation.Domain.Ledger;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Accounts;

/// <summary>
/// The rows in an account's partition, by their keys: <c>eVERSION</c> an append, under the version that it led to;
/// <c>head</c> where the stream stands; <c>pATTEMPT-N</c> a piece of an append too large for one row. Versions have ten
/// digits, so that rows come in their order, and the head after all appends.
/// </summary>
internal static class StreamRow
{
    public const string Head = "head";

    public static string Partition(AccountId account) => TableKey.Of(account.ToString());

    public static string Append(int version) => $"e{Digits(version)}";

    public static string Piece(string attempt, int number) => $"p{attempt}-{Digits(number)}";

    /// <summary>The head of an account; null where it has no events.</summary>
    public static async Task<AccountHead?> HeadAsync(TableClient table, AccountId account, CancellationToken cancellation) =>
        await TableRows.FindAsync(table, Partition(account), Head, cancellation) is { } row ? AccountHead.Of(row) : null;

    private static string Digits(int number) => number.ToString("D10", CultureInfo.InvariantCulture);
}
