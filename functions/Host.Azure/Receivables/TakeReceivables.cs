using System.Text.Encodings.Web;
using System.Text.Json;
using Reconciliation.Domain.Receivables;
using Reconciliation.Pipeline.Ingest;

namespace Reconciliation.Host.Azure.Receivables;

/// <summary>
/// Imports <c>X.csv</c>, with the terms of <c>X.instalments.csv</c> where that lies beside it. Whichever of the two comes
/// later brings both in: the same file twice changes nothing. Terms without their receivables wait for them.
/// <para>With a fault in any row nothing is imported. The file stays where it is, the report says line, rule and remedy,
/// and the corrected file is dropped under the same name; its import takes the report away.</para>
/// </summary>
public sealed class TakeReceivables(IReceivablesFiles files, ImportReceivables import)
{
    private const string Ending = ".csv";
    private const string InstalmentsEnding = ".instalments.csv";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Takes a file in that was dropped.</summary>
    public async Task<TakenReceivables> HandleAsync(string name, CancellationToken cancellation)
    {
        if (!name.EndsWith(Ending, StringComparison.Ordinal))
            return await RefuseAsync(name, cancellation);
        var stem = name[..^(name.EndsWith(InstalmentsEnding, StringComparison.Ordinal) ? InstalmentsEnding : Ending).Length];
        await using var receivables = await files.OpenAsync(stem + Ending, cancellation);
        if (receivables is null)
            return new TakenReceivables(ReceivablesOutcome.WaitsForReceivables, 0, 0, 0, 0);
        await using var instalments = await files.OpenAsync(stem + InstalmentsEnding, cancellation);
        var imported = await import.HandleAsync(new ImportRequest(stem + Ending, receivables, instalments), cancellation);
        return await ReportAsync(stem + Ending, imported, cancellation);
    }

    private async Task<TakenReceivables> ReportAsync(string name, ImportedReceivables imported, CancellationToken cancellation)
    {
        if (imported.Faults.IsEmpty)
        {
            await files.RemoveReportAsync(name, cancellation);
            return new TakenReceivables(ReceivablesOutcome.Imported, imported.Opened, imported.Known, imported.Scheduled, 0);
        }

        var remedies = ImportRules.All.ToDictionary(rule => rule.Code);
        var report = new ReceivablesReport(name, [.. imported.Faults.Select(fault => ReportedFault.Of(fault, remedies[fault.Code]))]);
        await files.PutReportAsync(name, JsonSerializer.Serialize(report, Options), cancellation);
        return new TakenReceivables(ReceivablesOutcome.Faulty, 0, 0, 0, imported.Faults.Length);
    }

    private async Task<TakenReceivables> RefuseAsync(string name, CancellationToken cancellation)
    {
        var fault = new ReportedFault(
            1, null, "file-not-csv", "The name does not end in .csv, in small letters.", null, "Receivables come as .csv, their terms as .instalments.csv.",
            "Export the file as CSV in UTF-8 and drop it again.");
        await files.PutReportAsync(name, JsonSerializer.Serialize(new ReceivablesReport(name, [fault]), Options), cancellation);
        return new TakenReceivables(ReceivablesOutcome.Faulty, 0, 0, 0, 1);
    }
}
