using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Checks;

/// <summary>The checks of one file while it is read: those of the statement that is open, and those that look back.</summary>
internal sealed class FileChecks
{
    private readonly AccountIdentity _accounts = new();
    private readonly RepeatedReferences _references = new();
    private readonly RepeatedStatements _statements = new();
    private OpenStatement? _open;

    /// <summary>How many statements were opened.</summary>
    public int StatementCount { get; private set; }

    /// <summary>The finding about a statement's head; null for none.</summary>
    public Diagnostic? Open(StatementOpened opened)
    {
        StatementCount++;
        _open = new OpenStatement(opened);
        _references.Begin(opened);
        return _accounts.Find(opened);
    }

    /// <summary>The findings about an entry; nearly always none.</summary>
    public (Diagnostic? Reference, Diagnostic? Alike, Diagnostic? Days) Add(StatementEntry entry)
    {
        var open = _open!;
        open.Arithmetic.Add(entry);
        open.Days.See(entry);
        return (
            open.Repeated.Pass(_references.See(entry)),
            open.AlikeLimit.Pass(open.Alike.See(entry)),
            open.DaysLimit.Pass(StatementDays.Compare(entry)));
    }

    /// <summary>Takes notice of an error of the reader.</summary>
    public void Hear(Diagnostic error) => _open?.Arithmetic.Hear(error);

    /// <summary>The findings about the whole statement.</summary>
    public IEnumerable<Diagnostic> Close(StatementClosed closed)
    {
        var open = _open!;
        _open = null;
        Diagnostic?[] ends =
        [
            open.AlikeLimit.Pass(open.Alike.End()),
            open.Repeated.Rest(open.Opened, closed.Line),
            open.AlikeLimit.Rest(open.Opened, closed.Line),
            open.DaysLimit.Rest(open.Opened, closed.Line),
            _statements.Find(open.Opened, closed, open.Arithmetic.Totals),
        ];
        return [.. ends.OfType<Diagnostic>(), .. open.Arithmetic.Findings(closed), .. open.Days.Findings(closed)];
    }

    private sealed class OpenStatement(StatementOpened opened)
    {
        public StatementOpened Opened { get; } = opened;

        public StatementArithmetic Arithmetic { get; } = new(opened);

        public StatementDays Days { get; } = new(opened);

        public AlikeEntries Alike { get; } = new();

        public FindingLimit Repeated { get; } = new(DiagnosticRules.ReferenceRepeated);

        public FindingLimit AlikeLimit { get; } = new(DiagnosticRules.EntriesAlike);

        public FindingLimit DaysLimit { get; } = new(DiagnosticRules.ValueDateFar);
    }
}
