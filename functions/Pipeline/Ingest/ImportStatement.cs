using System.Collections.Immutable;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Telemetry;

namespace Reconciliation.Pipeline.Ingest;

/// <summary>
/// Takes a statement file in: hash, recognise, stage, check, and only then accept, whole; what cannot be read or does
/// not add up goes to quarantine whole with its report. Every step is safe to repeat, so an interrupted import is
/// finished by delivering its message again.
/// </summary>
public sealed class ImportStatement(
    IFileStore files, IStatementStore statements, ImmutableArray<StatementReader> readers, CreditorSettings settings, TimeProvider time)
{
    /// <summary>Takes in a file that waits in the inbox.</summary>
    /// <returns>What became of it; null where no such file waits any more.</returns>
    public Task<FileRecord?> HandleAsync(StatementArrived arrived, CancellationToken cancellation) =>
        PipelineTelemetry.StepAsync("statement.import", async step =>
        {
            var record = await ImportAsync(arrived, cancellation);
            if (record is null)
                return null;
            step?.SetTag("file.sha256", record.Sha256).SetTag("file.status", record.Status.ToString()).SetTag("file.format", record.Format?.ToString());
            PipelineMetrics.File(record);
            return record;
        });

    private async Task<FileRecord?> ImportAsync(StatementArrived arrived, CancellationToken cancellation)
    {
        if (await InboxHash.OfAsync(files, arrived.Name, cancellation) is not { } sha256)
            return null;
        var known = await statements.FindFileAsync(sha256, cancellation);
        if (known is { Status: FileStatus.Accepted })
            return await FinishAsync(known, arrived.Name, cancellation);

        var today = DateOnly.FromDateTime(time.GetLocalNow().Date);
        var intake = new StatementIntake(statements, settings, sha256, today);
        await using (var bytes = await files.OpenAsync(arrived.Name, cancellation))
        {
            if (bytes is null)
                return null;
            await intake.TakeAsync(StatementFiles.Read(bytes, readers), cancellation);
        }

        var record = Record(arrived.Name, sha256, intake, isReleased: known is { IsReleased: true });
        return record.Status == FileStatus.Accepted
            ? await AcceptAsync(record, intake, cancellation)
            : await QuarantineAsync(record, cancellation);
    }

    // The same name again means that an earlier attempt accepted the file and did not get to archive it.
    private async Task<FileRecord> FinishAsync(FileRecord known, string name, CancellationToken cancellation)
    {
        var record = known;
        if (known.Name != name)
        {
            record = new FileRecord(
                known.Sha256, name, FileStatus.Duplicate, known.Format, time.GetUtcNow(),
                [FindingRecord.Of(DiagnosticRules.FileDuplicate.At($"The same content came before, as {known.Name}."))],
                known.StatementCount, 0, known.NewEntries + known.KnownEntries);
            await statements.RecordAsync(record, cancellation);
        }

        await files.ArchiveAsync(name, known.Sha256, cancellation);
        return record;
    }

    private async Task<FileRecord> AcceptAsync(FileRecord record, StatementIntake intake, CancellationToken cancellation)
    {
        var entered = await statements.AcceptAsync(record, intake.Statements, cancellation, intake.StagedEntries);
        await files.ArchiveAsync(record.Name, record.Sha256, cancellation);
        return record with { NewEntries = entered.New, KnownEntries = entered.Known };
    }

    private async Task<FileRecord> QuarantineAsync(FileRecord record, CancellationToken cancellation)
    {
        await statements.RecordAsync(record, cancellation);
        await files.QuarantineAsync(record.Name, record.Sha256, QuarantineReport.Of(record), cancellation);
        return record;
    }

    private FileRecord Record(string name, string sha256, StatementIntake intake, bool isReleased)
    {
        var isAcceptable = intake.Diagnostics.All(d => d.Severity != Severity.Error) || (isReleased && intake.StatementCount > 0);
        return new FileRecord(
            sha256, name, isAcceptable ? FileStatus.Accepted : FileStatus.Quarantined, intake.Format, time.GetUtcNow(),
            [.. intake.Diagnostics.Select(FindingRecord.Of)], intake.StatementCount, 0, 0, isReleased);
    }
}
