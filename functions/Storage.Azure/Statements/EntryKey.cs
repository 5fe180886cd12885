using System.Globalization;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>
/// The rows in table <c>entries</c>. An entry lives in one of a fixed number of partitions, by its identifier, with every
/// row that tells of it, so one transaction moves them all:
/// <c>e|ID</c> is what makes it one, and says where it stands; <c>s|STATE|DAY|ID|VERSION</c> is its content, in the order of
/// lists; <c>f|ACCOUNT|ID</c> says that it is money in flight for an account, while it is; <c>c|CURRENCY|AMOUNT|DAY|ID</c> is
/// its content again while it is explained money in.
/// <para>The row of content names the version: a move deletes it, so of two moves on one version only one can succeed.</para>
/// </summary>
internal static class EntryKey
{
    /// <summary>How many partitions there are. It is never changed: entries would not be found again.</summary>
    public const int Shards = 4;

    public static IEnumerable<string> Partitions => Enumerable.Range(0, Shards).Select(Name);

    /// <summary>What ends a range: after every key that begins with <paramref name="start"/> and a bar.</summary>
    public static string After(string start) => $"{start}}}";

    public static string Partition(string entry)
    {
        var hash = 0u;
        foreach (var character in entry)
            hash = unchecked((hash * 31) + character);
        return Name((int)(hash % Shards));
    }

    public static string Pointer(string entry) => $"e|{TableKey.Of(entry)}";

    public static string States(EntryState state) => $"s|{StoredText.Of(state)}";

    public static string Content(EntryState state, string day, string entry, long version) =>
        string.Create(CultureInfo.InvariantCulture, $"{States(state)}|{day}|{TableKey.Of(entry)}|{version}");

    public static string Content(EntryRecord entry) =>
        Content(entry.Matching.State, StoredText.Of(entry.Payment.BookedOn), entry.Payment.Id, entry.Version);

    public static string InFlight(AccountId account) => $"f|{DeterministicId.Of("account", account.ToString())}";

    public static string InFlight(AccountId account, string entry) => $"{InFlight(account)}|{TableKey.Of(entry)}";

    public static string Credits(Money amount) =>
        string.Create(CultureInfo.InvariantCulture, $"c|{amount.Currency.Code}|{amount.MinorUnits:D19}");

    public static string Credit(EntryRecord entry) =>
        $"{Credits(entry.Payment.Amount)}|{StoredText.Of(entry.Payment.BookedOn)}|{TableKey.Of(entry.Payment.Id)}";

    private static string Name(int shard) => string.Create(CultureInfo.InvariantCulture, $"entries-{shard}");
}
