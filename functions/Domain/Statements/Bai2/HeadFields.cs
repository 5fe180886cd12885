namespace Reconciliation.Domain.Statements.Bai2;

/// <summary>The few fields of a record 01, 02, 49, 98 or 99, over its continuations.</summary>
/// <param name="line">Where the record begins.</param>
internal sealed class HeadFields(int line)
{
    private const int Most = 8;

    private readonly List<string> _fields = new(Most);

    /// <summary>The line of the record, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The field at a place, from 0 behind the code; empty where there is none.</summary>
    public string this[int index] => index < _fields.Count ? _fields[index] : "";

    /// <summary>Takes the fields of the record, or of one that continues it.</summary>
    public void Take(ReadOnlySpan<char> content)
    {
        var fields = new FieldSequence(content);
        while (!fields.IsAtEnd && _fields.Count < Most)
            _fields.Add(fields.Next().ToString());
    }
}
