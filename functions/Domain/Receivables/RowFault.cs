namespace Reconciliation.Domain.Receivables;

/// <summary>Why a row of an import file was not taken in. The rows beside it are not touched by it.</summary>
/// <param name="Line">The line in the file, from 1, counting every line break; 1 where it concerns the file as a whole.</param>
/// <param name="Column">The column's name; null where it concerns the whole row or file.</param>
/// <param name="Code">The stable name of the rule, one of <see cref="ImportRules"/>.</param>
/// <param name="Message">What was found, with the values seen, in one sentence.</param>
/// <param name="Value">The value seen, at most 200 characters of it; null where there is none.</param>
public sealed record RowFault(int Line, string? Column, string Code, string Message, string? Value);
