using Reconciliation.Domain.Statements.Checks;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements;

/// <summary>
/// What a file must obey by itself: opening + booked entries = closing, with what would explain it where it is not so;
/// stated counts and sums; days in their order; check digits of accounts; nothing twice. Works along the parts as they
/// pass, in memory that does not grow with the file.
/// </summary>
public static class StatementChecks
{
    /// <summary>
    /// The same parts, each finding standing after the part that it speaks of: as soon as it is known, those about a whole
    /// statement after its end.
    /// </summary>
    public static IEnumerable<StatementPart> Apply(IEnumerable<StatementPart> parts)
    {
        var checks = new FileChecks();
        var errors = 0;
        foreach (var part in parts)
        {
            yield return part;
            switch (part)
            {
                case StatementOpened opened:
                    if (checks.Open(opened) is { } account)
                        yield return account;
                    break;
                case StatementEntry entry:
                    var (reference, alike, days) = checks.Add(entry);
                    if (alike is not null)
                        yield return alike;
                    if (reference is not null)
                        yield return reference;
                    if (days is not null)
                        yield return days;
                    break;
                case StatementClosed closed:
                    foreach (var finding in checks.Close(closed))
                        yield return finding;
                    break;
                case Diagnostic { Severity: Severity.Error } error:
                    errors++;
                    checks.Hear(error);
                    break;
            }
        }

        if (checks.StatementCount == 0 && errors == 0)
            yield return DiagnosticRules.NoStatement.At("The file holds no statement.");
    }
}
