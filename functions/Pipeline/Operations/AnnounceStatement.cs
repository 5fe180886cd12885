using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Ingest;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Operations;

/// <summary>
/// Announces a file that waits in the inbox again, for one whose message was lost. A file that waits no longer is not
/// moved: quarantine is left by release only, and what is in the books stays there once.
/// </summary>
public sealed class AnnounceStatement(IFileStore files, IStatementStore statements, IMessages messages)
{
    private const int FilesAtOnce = 1000;

    /// <summary>The file lies in quarantine.</summary>
    public static Refusal InQuarantine(string sha256) =>
        new("file-quarantined", $"The file is in quarantine. Release it: POST /api/files/{sha256}/release.");

    /// <summary>The file was taken in.</summary>
    public static Refusal TakenIn(string sha256) =>
        new("file-taken-in", $"The file was taken in. To have its entries matched again: POST /api/operations/entries/{sha256}/match.");

    /// <summary>Announces a waiting file by its name. Safe to repeat.</summary>
    /// <returns>The refusal; null where it is announced.</returns>
    public async Task<Refusal?> HandleAsync(string name, CancellationToken cancellation)
    {
        await using (var waiting = await files.OpenAsync(name, cancellation))
        {
            if (waiting is null)
                return await WhereaboutsAsync(name, cancellation);
        }

        await messages.SendAsync(new StatementArrived(name), cancellation);
        return null;
    }

    private async Task<Refusal> WhereaboutsAsync(string name, CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var page = await statements.FilesAsync(null, new PageRequest(FilesAtOnce, continuation), cancellation);
            if (page.Items.FirstOrDefault(file => file.Name == name) is { } file)
                return file.Status == FileStatus.Quarantined ? InQuarantine(file.Sha256) : TakenIn(file.Sha256);
            continuation = page.Continuation;
        }
        while (continuation is not null);

        return ReleaseStatement.FileUnknown;
    }
}
