using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Checks;

/// <summary>
/// Lets the first findings of a rule in a statement through and counts the others, so that what is wrong all over a file
/// is not said a million times.
/// </summary>
internal sealed class FindingLimit(DiagnosticRule rule)
{
    private const int Most = 10;

    private int _count;

    /// <summary>The finding, or null where enough of them were said.</summary>
    public Diagnostic? Pass(Diagnostic? finding) => finding is not null && ++_count > Most ? null : finding;

    /// <summary>How many were not said; null where all were.</summary>
    public Diagnostic? Rest(StatementOpened opened, int line) => _count > Most
        ? rule.At($"{Wording.Of(opened)} has {_count - Most} more of these; the first {Most} are named.", line)
        : null;
}
