using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Ingest;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Operations;

/// <summary>Has the entries of a file matched again, for a file whose message was lost. Entries that are explained stay as they are.</summary>
public sealed class MatchAgain(IStatementStore statements, IMessages messages, TimeProvider time)
{
    /// <summary>The file's entries are not in the books.</summary>
    public static Refusal NotAccepted { get; } = new("file-not-accepted", "The file was not accepted, so it has no entries to match.");

    /// <summary>Asks for the matching of a file by the hash of its content. Safe to repeat.</summary>
    /// <returns>The refusal; null where it is asked for.</returns>
    public async Task<Refusal?> HandleAsync(string sha256, CancellationToken cancellation)
    {
        if (await statements.FindFileAsync(sha256, cancellation) is not { } file)
            return ReleaseStatement.FileUnknown;
        if (file.Status != FileStatus.Accepted)
            return NotAccepted;
        // With an instant of its own the message is another than the one sent when the file came in, which a queue may still remember.
        await messages.SendAsync(new EntriesAccepted(sha256), cancellation, time.GetUtcNow());
        return null;
    }
}
