using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Bai2;

/// <summary>
/// Finds the records in the lines: one a line as a rule, but several may stand in a line, and one may be broken over
/// lines without a continuation. A slash may be of a text, so that only what follows it tells whether a record ends. A
/// line that plainly is one record is not copied.
/// </summary>
internal sealed class RecordSource(LineSource lines, PartBuffer parts)
{
    /// <summary>The most characters of a record.</summary>
    public const int MaxLength = 32 * 1024;

    private readonly LineStretches _stretches = new(lines, parts);
    private readonly char[] _record = new char[MaxLength];
    private bool _isPending;
    private bool _isPlain;
    private int _length;
    private int _line;
    private int _lineLength;

    /// <summary>The current record; valid until the next call of <see cref="Next"/>.</summary>
    public Bai2Record Current => new(_isPlain ? lines.Text : _record.AsSpan(0, _length), _line);

    /// <summary>How long lines are that were filled to the end; 0 where the file does not say.</summary>
    public int PhysicalLength { get; set; }

    /// <summary>Goes to the next record; false at the end of the file.</summary>
    public bool Next()
    {
        _isPlain = !_isPending && _stretches.NextIsPlain();
        if (!_isPlain && !Gather())
            return false;
        if (_isPlain)
            _line = lines.Number;
        ReportShape();
        return true;
    }

    /// <summary>Puts the record together from its stretches.</summary>
    private bool Gather()
    {
        if (!_isPending && !_stretches.Next())
            return false;
        _isPending = false;
        _length = 0;
        _line = _stretches.Line;
        Append(_stretches.Text);
        while (!IsEnded() && _stretches.Next())
        {
            if (_stretches.IsRecord || (_stretches.IsLineStart && IsClosed()))
            {
                _isPending = true;
                break;
            }

            if (_stretches.IsLineStart)
                Join();
            Append(_stretches.Text);
        }

        return true;
    }

    /// <summary>The record ends with its line, whatever the next line says.</summary>
    private bool IsEnded() => _stretches.IsAtLineEnd && (IsClosed() || _stretches.IsBeforeRecord());

    private bool IsClosed() => Bai2Record.IsClosed(_record.AsSpan(0, _length));

    /// <summary>A line that is full was broken where it ended; another one ended at a blank.</summary>
    private void Join()
    {
        parts.Tolerate("Records are broken over lines without a continuation (88).", _stretches.Line, "record", _stretches.Text);
        if (_lineLength != PhysicalLength)
            Append(" ");
    }

    private void Append(ReadOnlySpan<char> text)
    {
        _lineLength = _stretches.IsLineStart ? text.Length : _lineLength + text.Length;
        var taken = text[..Math.Min(text.Length, MaxLength - _length)];
        taken.CopyTo(_record.AsSpan(_length));
        _length += taken.Length;
        if (taken.Length < text.Length)
            parts.AddOnce(DiagnosticRules.SyntaxInvalid, $"A record is longer than {MaxLength} characters; its end was not read.", _line, "record");
    }

    private void ReportShape()
    {
        var record = Current;
        if (record.Text is [_, _, ':', ..])
            parts.Tolerate("A continuation has a colon behind its code.", _line, "88", record.Text);
        if (record.Code is not ("16" or "88" or "") && !Bai2Record.IsClosed(record.Text))
            parts.Tolerate("Records have no slash at their end.", _line, "record", record.Text);
    }
}
