using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Ingest;

/// <summary>Lets a quarantined file in on a person's word: it is read again, and its errors no longer stand against it.</summary>
public sealed class ReleaseStatement(IFileStore files, IStatementStore statements, IMessages messages)
{
    /// <summary>There is no such file.</summary>
    public static Refusal FileUnknown { get; } = new("file-unknown", "There is no such file.");

    /// <summary>The file is not in quarantine.</summary>
    public static Refusal NotQuarantined { get; } = new("file-not-quarantined", "The file is not in quarantine.");

    /// <summary>Releases a file by the hash of its content. Safe to repeat.</summary>
    /// <returns>The refusal; null where it is on its way.</returns>
    public async Task<Refusal?> HandleAsync(string sha256, CancellationToken cancellation)
    {
        if (await statements.FindFileAsync(sha256, cancellation) is not { } file)
            return FileUnknown;
        if (file.Status != FileStatus.Quarantined)
            return NotQuarantined;
        await statements.RecordAsync(file with { IsReleased = true }, cancellation);
        if (!await files.ReturnAsync(sha256, file.Name, cancellation))
            return NotQuarantined;
        await messages.SendAsync(new StatementArrived(file.Name), cancellation);
        return null;
    }
}
