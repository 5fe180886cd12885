using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>Findings that recur through a statement and are worth one line, not one an entry.</summary>
internal sealed class Remarks
{
    private readonly List<Remark> _remarks = [];

    /// <summary>Notes one more case.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="field">The element; rule and field together name the remark.</param>
    /// <param name="line">Where the case stands.</param>
    /// <param name="what">What was found and done, to follow a number: "entry without ... was taken as ...".</param>
    public void Note(DiagnosticRule rule, string field, int line, string what)
    {
        var index = _remarks.FindIndex(r => r.Rule == rule && r.Field == field);
        if (index < 0)
            _remarks.Add(new Remark(rule, field, line, what, 1));
        else
            _remarks[index] = _remarks[index] with { Count = _remarks[index].Count + 1 };
    }

    /// <summary>A finding for each remark.</summary>
    public IEnumerable<Diagnostic> Findings() =>
        _remarks.Select(r => r.Rule.At($"{r.Count} × {r.What}; the first in line {r.Line}.", r.Line, r.Field));

    private readonly record struct Remark(DiagnosticRule Rule, string Field, int Line, string What, int Count);
}
