using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Cfonb;

/// <summary>
/// Cuts lines into records of one length: one a line as a rule, many where the file has no line ends. A shorter one
/// is filled with blanks. Blank records fall away. A record that stands whole in a piece of a line is not copied.
/// </summary>
/// <param name="lines">The lines of the file.</param>
/// <param name="length">How long a record is: 120 characters, or 240.</param>
/// <param name="parts">Where findings go.</param>
internal sealed class RecordSource(LineSource lines, int length, PartBuffer parts)
{
    private readonly char[] _record = new char[length];
    private readonly string _shortRecords = $"Records are shorter than {length} characters; they are read as if blanks followed.";
    private int _filled;
    private int _offset;
    private int _recordsOfLine;
    private int _foldedRecords;
    private bool _hasPiece;
    private bool _isWhole;

    /// <summary>The current record; valid until the next call of <see cref="Next"/>.</summary>
    public ReadOnlySpan<char> Current => _isWhole ? lines.Text.Slice(_offset - length, length) : _record;

    /// <summary>Its line in the file; each record counts as one where several stand in a line.</summary>
    public int Line => lines.Number + _foldedRecords;

    /// <summary>Goes to the next record; false at the end of the file.</summary>
    public bool Next()
    {
        _filled = 0;
        while (true)
        {
            _isWhole = _hasPiece && _filled == 0 && lines.Text.Length - _offset >= length;
            if (_isWhole)
            {
                _offset += length;
                if (IsRecord(lines.Text.Slice(_offset - length, length)))
                    return true;
                continue;
            }

            Fill();
            if (_filled < length && !AtEndOfLine())
            {
                if (NextPiece())
                    continue;
                if (_filled == 0)
                    return false;
            }

            if (IsRecord(_record.AsSpan(0, _filled)))
                return true;
            _filled = 0;
        }
    }

    private void Fill()
    {
        if (!_hasPiece)
            return;
        var rest = lines.Text[_offset..];
        var taken = rest[..Math.Min(rest.Length, length - _filled)];
        taken.CopyTo(_record.AsSpan(_filled));
        _filled += taken.Length;
        _offset += taken.Length;
    }

    /// <summary>Something was read of the line, and nothing more of it comes.</summary>
    private bool AtEndOfLine() => _filled > 0 && _hasPiece && _offset == lines.Text.Length && lines.IsLineComplete;

    private bool NextPiece()
    {
        _hasPiece = lines.Next();
        _offset = 0;
        if (_hasPiece && !lines.IsContinuation)
            _recordsOfLine = 0;
        return _hasPiece;
    }

    private bool IsRecord(ReadOnlySpan<char> read)
    {
        if (!read.ContainsAnyExceptInRange('\0', ' '))
            return false;
        if (++_recordsOfLine > 1)
        {
            _foldedRecords++;
            if (_recordsOfLine == 2)
                parts.Tolerate("Records follow each other without line ends.", Line, "record");
        }

        if (read.Length < length)
        {
            parts.Tolerate(_shortRecords, Line, "record", read);
            _record.AsSpan(read.Length).Fill(' ');
        }

        return true;
    }
}
