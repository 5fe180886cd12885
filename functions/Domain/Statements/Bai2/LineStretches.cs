using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Bai2;

/// <summary>
/// Lines cut where a record ends inside of them. Of a line that comes in pieces the end of each is kept back, so that no
/// slash is judged without what follows it. Blank stretches fall away.
/// </summary>
internal sealed class LineStretches(LineSource lines, PartBuffer parts)
{
    // Records are filled up with blanks to their physical length, so the next one may be far behind the slash.
    private const int KeptBack = 512;

    private readonly char[] _window = new char[LineSource.MaxPieceLength + KeptBack];
    private int _start;
    private int _end;
    private int _next;
    private int _limit;
    private int _count;
    private bool _isLineOpen;
    private bool _lineWaits;
    private bool _isCut;
    private bool _isText;
    private bool _foldsTightly;

    /// <summary>The current stretch; valid until the next call of <see cref="Next"/>.</summary>
    public ReadOnlySpan<char> Text => _window.AsSpan(_start, _end - _start);

    /// <summary>Its line in the file, from 1.</summary>
    public int Line => lines.Number;

    /// <summary>It begins a line.</summary>
    public bool IsLineStart { get; private set; }

    /// <summary>A record begins with it.</summary>
    public bool IsRecord { get; private set; }

    /// <summary>Nothing is left of the line.</summary>
    public bool IsAtLineEnd => _next == _count && !_isLineOpen;

    /// <summary>
    /// Goes to the next line if it is a record for sure, and no more than one: the whole line is then the record. Where
    /// the line needs a closer look it is left to <see cref="Next"/>.
    /// </summary>
    public bool NextIsPlain()
    {
        if (_lineWaits || !IsAtLineEnd || !lines.Next())
            return false;
        _lineWaits = !IsPlain(lines.Text);
        if (!_lineWaits)
            _isText = IsText(lines.Text);
        return !_lineWaits;
    }

    /// <summary>Whether the next line begins a record, as far as the line can be seen.</summary>
    public bool IsBeforeRecord() => Bai2Record.StartsAt(lines.Ahead);

    /// <summary>Goes to the next stretch; false at the end of the file.</summary>
    public bool Next()
    {
        IsLineStart = false;
        while (true)
        {
            while (_next >= _limit)
            {
                if (!Load())
                    return false;
            }

            if (IsLineStart || _isCut)
                SkipBlanks();
            if (_next < _limit)
                break;
        }

        IsRecord = (IsLineStart || _isCut) && Bai2Record.StartsAt(_window.AsSpan(_next, _count - _next));
        if (IsRecord)
            _isText = IsText(_window.AsSpan(_next));
        Cut();
        return true;
    }

    private bool Load()
    {
        var kept = _count - _next;
        _window.AsSpan(_next, kept).CopyTo(_window);
        _next = 0;
        _count = kept;
        if (!_lineWaits && !lines.Next())
        {
            _isLineOpen = false;
            _limit = _count;
            return _count > 0;
        }

        _lineWaits = false;
        if (!_isLineOpen)
        {
            IsLineStart = true;
            _isCut = false;
        }

        lines.Text.CopyTo(_window.AsSpan(_count));
        _count += lines.Text.Length;
        _isLineOpen = !lines.IsLineComplete;
        _limit = _isLineOpen ? Math.Max(0, _count - KeptBack) : _count;
        return true;
    }

    private bool IsPlain(ReadOnlySpan<char> line) =>
        lines.IsLineComplete && Bai2Record.StartsAt(line) && (Bai2Record.IsClosed(line) || IsBeforeRecord()) && !HoldsAnother(line);

    /// <summary>Whether a record may begin behind a slash in the line.</summary>
    private static bool HoldsAnother(ReadOnlySpan<char> line)
    {
        for (var at = line.IndexOf('/'); at >= 0; at = line.IndexOf('/'))
        {
            line = line[(at + 1)..].TrimStart();
            if (Bai2Record.StartsAt(line))
                return true;
        }

        return false;
    }

    private static bool IsText(ReadOnlySpan<char> record) => record[..2] is "16" or "88";

    private void SkipBlanks()
    {
        var rest = _window.AsSpan(_next, _limit - _next);
        _next += rest.Length - rest.TrimStart().Length;
    }

    private void Cut()
    {
        _start = _next;
        _isCut = false;
        for (var at = Slash(_start); at >= 0; at = Slash(at + 1))
        {
            var behind = at + 1;
            while (behind < _count && char.IsWhiteSpace(_window[behind]))
                behind++;
            if (!EndsRecord(_window.AsSpan(behind, _count - behind), isTight: behind == at + 1))
                continue;
            parts.Tolerate("Several records stand in a line.", Line, "record");
            _isCut = true;
            _end = at + 1;
            _next = behind;
            return;
        }

        _end = _limit;
        _next = _limit;
    }

    private int Slash(int from)
    {
        var at = from < _limit ? _window.AsSpan(from, _limit - from).IndexOf('/') : -1;
        return at < 0 ? -1 : from + at;
    }

    /// <summary>Whether what follows a slash is a record, for which more is asked where the slash may be of a text.</summary>
    private bool EndsRecord(ReadOnlySpan<char> rest, bool isTight)
    {
        if (!Bai2Record.StartsAt(rest))
            return false;
        if (!_isText)
        {
            _foldsTightly |= isTight;
            return true;
        }

        return (!isTight || _foldsTightly) && MayFollowText(rest);
    }

    private static bool MayFollowText(ReadOnlySpan<char> rest)
    {
        var fields = new FieldSequence(rest[Bai2Record.HeadLength..]);
        var first = fields.Next();
        return rest[..2] switch
        {
            "16" => first.Length == 3 && Figure.Count(first) is not null && !fields.IsAtEnd,
            "49" => (first.IsEmpty || Figure.TryRead(first, out _)) && !fields.IsAtEnd && fields.Rest is [>= '0' and <= '9', ..],
            "88" => true,
            _ => false,
        };
    }
}
