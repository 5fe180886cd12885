using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Telemetry;

namespace Reconciliation.Pipeline.Ingest;

/// <summary>
/// Puts a file aside whose import keeps failing for a reason that is not the file's, so that it waits for a person
/// instead of being tried for ever. Releasing it tries again.
/// </summary>
public sealed class GiveUpStatement(IFileStore files, IStatementStore statements, TimeProvider time)
{
    /// <summary>Puts a waiting file into quarantine with a report that names the failure.</summary>
    /// <returns>Its record; null where it no longer waits, or was accepted and only waits to be archived.</returns>
    public async Task<FileRecord?> HandleAsync(string name, string failure, CancellationToken cancellation)
    {
        if (await InboxHash.OfAsync(files, name, cancellation) is not { } sha256)
            return null;
        if (await statements.FindFileAsync(sha256, cancellation) is { Status: FileStatus.Accepted })
            return null;
        var record = new FileRecord(
            sha256, name, FileStatus.Quarantined, null, time.GetUtcNow(),
            [FindingRecord.Of(DiagnosticRules.IntakeFailed.At($"Taking the file in failed: {failure}"))], 0, 0, 0);
        await statements.RecordAsync(record, cancellation);
        await files.QuarantineAsync(name, sha256, QuarantineReport.Of(record), cancellation);
        PipelineMetrics.File(record);
        return record;
    }
}
