using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Bai2;

/// <summary>
/// Finds the records in the lines: one a line as a rule, but several may stand in a line, and one may be broken over
/// lines without a continuation. A slash may be of a text, so that only what follows it tells whether a record ends.
/// </summary>
internal sealed class RecordSource(LineSource lines, PartBuffer parts)
{
    /// <summary>The most characters of a record.</summary>
    public const int MaxLength = 32 * 1024;

    private readonly LineStretches _stretches = new(lines, parts);
    private readonly char[] _record = new char[MaxLength];
    private bool _isPending;
    private int _length;
    private int _line;
    private int _lineLength;

    /// <summary>The current record; valid until the next call of <see cref="Next"/>.</summary>
    public Bai2Record Current => new(_record.AsSpan(0, _length), _line);

    /// <summary>How long lines are that were filled to the end; 0 where the file does not say.</summary>
    public int PhysicalLength { get; set; }

    /// <summary>Goes to the next record; false at the end of the file.</summary>
    public bool Next()
    {
        if (!_isPending && !_stretches.Next())
            return false;
        _isPending = false;
        _length = 0;
        _line = _stretches.Line;
        Append(_stretches.Text);
        while (_stretches.Next())
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

        ReportShape();
        return true;
    }

    private bool IsClosed() => _record.AsSpan(0, _length).TrimEnd() is [.., '/'];

    /// <summary>A line that is full was broken where it ended; another one ended at a blank.</summary>
    private void Join()
    {
        parts.Tolerate("Records are broken over lines without a continuation (88).", _stretches.Line, "record", _stretches.Text.ToString());
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
            parts.Tolerate("A continuation has a colon behind its code.", _line, "88", record.Text.ToString());
        if (record.Code is not ("16" or "88" or "") && !IsClosed())
            parts.Tolerate("Records have no slash at their end.", _line, "record", record.Text.ToString());
    }
}
