using System.Collections.Immutable;
using System.Text;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>A row of a file: its cells without blanks around them; Excel's <c>="..."</c> around a text is taken off.</summary>
internal sealed class CsvRow
{
    private byte[] _bytes = new byte[512];
    private int[] _ends = new int[32];
    private int _length;

    /// <summary>The line on which it begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>What is wrong with its quotes; null where nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>How many cells it has.</summary>
    public int Count { get; private set; }

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>The cells.</summary>
    public ImmutableArray<string> Cells => [.. Enumerable.Range(0, Count).Select(place => this[place])];

    /// <summary>The cell of a column; empty where the row is shorter or the column is -1, none.</summary>
    public string this[int column] => Encoding.UTF8.GetString(Utf8(column));

    /// <summary>As the other, as UTF-8 that is valid until the row is used again.</summary>
    public ReadOnlySpan<byte> Utf8(int column)
    {
        if (column < 0 || column >= Count)
            return [];
        var start = column == 0 ? 0 : _ends[column - 1];
        return _bytes.AsSpan(start, _ends[column] - start);
    }

    /// <summary>Whether something stands in a column.</summary>
    public bool IsFilled(int column) => !Utf8(column).IsEmpty;

    /// <summary>Forgets everything: a row begins.</summary>
    public void Begin(int line, string? fault) => (Line, Fault, Count, _length) = (line, fault, 0, 0);

    /// <summary>Adds a cell as the file has it.</summary>
    public void Add(ReadOnlySpan<byte> raw)
    {
        var cell = CsvCell.Plain(raw);
        if (Count == _ends.Length)
            Array.Resize(ref _ends, 2 * Count);
        if (_bytes.Length - _length < cell.Length)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + cell.Length));
        cell.CopyTo(_bytes.AsSpan(_length));
        _length += cell.Length;
        _ends[Count++] = _length;
    }
}
