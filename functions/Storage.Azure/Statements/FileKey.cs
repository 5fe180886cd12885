using System.Globalization;
using Reconciliation.Domain;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>
/// The rows in partition <c>files</c> of table <c>statements</c>. They are few a file and stand together, so that what is
/// known of a file changes in one transaction, lists and all: <c>SHA256|content</c> the acceptance, <c>SHA256|name|ID</c> the
/// record of a name, <c>SHA256|staging</c> which attempt stages; <c>list|STATUS|TIME|...</c> the records newest first, by
/// status and under <c>all</c>; <c>waiting|SHA256</c> acceptances that are not carried through to the matcher's end;
/// <c>t|...</c>, <c>u</c> how many entries were accepted.
/// </summary>
internal static class FileKey
{
    public const string Partition = "files";
    public const string Waiting = "waiting";

    private const string All = "all";

    public static string Of(string sha256) => TableKey.Of(sha256);

    public static string Content(string sha256) => $"{Of(sha256)}|content";

    public static string Staging(string sha256) => $"{Of(sha256)}|staging";

    public static string Names(string sha256) => $"{Of(sha256)}|name";

    public static string Name(string sha256, string name) => $"{Names(sha256)}|{NameId(name)}";

    public static string WaitingFor(string sha256) => $"{Waiting}|{Of(sha256)}";

    public static string List(FileStatus? status) => $"list|{(status is { } one ? StoredText.Of(one) : All)}";

    /// <summary>The rows of a record in the lists.</summary>
    public static IEnumerable<string> Lists(FileRecord file)
    {
        var place = string.Create(
            CultureInfo.InvariantCulture, $"{DateTime.MaxValue.Ticks - file.ArrivedAt.UtcTicks:D19}|{Of(file.Sha256)}|{NameId(file.Name)}");
        return [$"{List(null)}|{place}", $"{List(file.Status)}|{place}"];
    }

    private static string NameId(string name) => DeterministicId.Of("name", name);
}
