using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Cfonb;

/// <summary>
/// Cuts lines into records of 120 characters: one a line as a rule, many where the file has no line ends. A shorter one
/// is filled with blanks. Blank records fall away.
/// </summary>
internal sealed class RecordSource(LineSource lines, PartBuffer parts)
{
    private readonly char[] _record = new char[Record.Length];
    private int _filled;
    private int _offset;
    private int _recordsOfLine;
    private int _foldedRecords;
    private bool _hasPiece;

    /// <summary>The current record; valid until the next call of <see cref="Next"/>.</summary>
    public Record Current => new(_record, Line);

    /// <summary>Its line in the file; each record counts as one where several stand in a line.</summary>
    public int Line => lines.Number + _foldedRecords;

    /// <summary>Goes to the next record; false at the end of the file.</summary>
    public bool Next()
    {
        _filled = 0;
        while (true)
        {
            Fill();
            if (_filled < Record.Length && !AtEndOfLine())
            {
                if (NextPiece())
                    continue;
                if (_filled == 0)
                    return false;
            }

            if (IsRecord())
                return true;
            _filled = 0;
        }
    }

    private void Fill()
    {
        if (!_hasPiece)
            return;
        var rest = lines.Text[_offset..];
        var taken = rest[..Math.Min(rest.Length, Record.Length - _filled)];
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

    private bool IsRecord()
    {
        var read = _record.AsSpan(0, _filled);
        if (!read.ContainsAnyExceptInRange('\0', ' '))
            return false;
        if (++_recordsOfLine > 1)
        {
            _foldedRecords++;
            parts.Tolerate("Records follow each other without line ends.", Line, "record");
        }

        if (_filled < Record.Length)
        {
            parts.Tolerate("Records are shorter than 120 characters; they are read as if blanks followed.", Line, "record", read.ToString());
            _record.AsSpan(_filled).Fill(' ');
        }

        return true;
    }
}
