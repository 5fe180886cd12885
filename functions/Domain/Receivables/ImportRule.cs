using System.Diagnostics.CodeAnalysis;

namespace Reconciliation.Domain.Receivables;

/// <summary>A rule that a row of an import file can break, with a stable code.</summary>
/// <param name="Code">The stable name, words with hyphens.</param>
/// <param name="Rule">What must hold, one sentence.</param>
/// <param name="Remedy">What the person who has the file can do, one sentence.</param>
public sealed record ImportRule(string Code, string Rule, string Remedy)
{
    /// <summary>
    /// A finding against this rule; see <see cref="RowFault"/> for the parts. A file may hold anything, so value, column
    /// and message are cut to 200, 200 and 800 characters.
    /// </summary>
    public RowFault At(int line, string? column, string message, string? value = null) =>
        new(line, Cut(column, 200), Code, Cut(message, 800), Cut(value, 200));

    [return: NotNullIfNotNull(nameof(text))]
    private static string? Cut(string? text, int length) => text is not null && text.Length > length ? text[..length] : text;
}
