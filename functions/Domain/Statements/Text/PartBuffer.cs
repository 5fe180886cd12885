using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Text;

/// <summary>The parts that a reader has made and not yet yielded, in the order of the file.</summary>
internal sealed class PartBuffer
{
    private const int MostNotes = 100;

    private readonly List<StatementPart> _parts = [];
    private readonly HashSet<string> _noted = new(StringComparer.Ordinal);

    /// <summary>How many parts wait.</summary>
    public int Count => _parts.Count;

    /// <summary>A part that waits.</summary>
    public StatementPart this[int index] => _parts[index];

    /// <summary>Adds a part.</summary>
    public void Add(StatementPart part) => _parts.Add(part);

    /// <summary>
    /// Adds a finding that would come again with every line of the file, so that it stands there only once.
    /// </summary>
    public void AddOnce(DiagnosticRule rule, string message, int line, string field, string? value = null)
    {
        if (_noted.Count < MostNotes && _noted.Add(message))
            _parts.Add(rule.At(message, line, field, value));
    }

    /// <summary>As <see cref="AddOnce"/>, of a departure from the standard that was understood.</summary>
    public void Tolerate(string message, int line, string field, string? value = null) =>
        AddOnce(DiagnosticRules.FormatTolerated, message, line, field, value);

    /// <summary>As the other, where the value seen is made a text only for a finding that is new.</summary>
    public void Tolerate(string message, int line, string field, ReadOnlySpan<char> value)
    {
        if (!_noted.Contains(message))
            Tolerate(message, line, field, value.ToString());
    }

    /// <summary>Forgets the parts that wait: they were yielded.</summary>
    public void Clear() => _parts.Clear();
}
