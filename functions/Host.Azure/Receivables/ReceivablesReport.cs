using Reconciliation.Domain.Receivables;

namespace Reconciliation.Host.Azure.Receivables;

/// <summary>Why a file of receivables was not imported.</summary>
/// <param name="File">Its name.</param>
/// <param name="Faults">Everything found, by line.</param>
internal sealed record ReceivablesReport(string File, IReadOnlyList<ReportedFault> Faults);

/// <summary>A fault for the person who has the file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column; null where it concerns the row or the file.</param>
/// <param name="Code">The rule's stable name.</param>
/// <param name="Message">What was found.</param>
/// <param name="Value">The value seen; null for none.</param>
/// <param name="Rule">What must hold.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record ReportedFault(int Line, string? Column, string Code, string Message, string? Value, string Rule, string Remedy)
{
    public static ReportedFault Of(RowFault fault, ImportRule rule) =>
        new(fault.Line, fault.Column, fault.Code, fault.Message, fault.Value, rule.Rule, rule.Remedy);
}
