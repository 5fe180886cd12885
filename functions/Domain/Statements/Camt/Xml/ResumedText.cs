namespace Reconciliation.Domain.Statements.Camt.Xml;

/// <summary>
/// A document from some place on, as a document of its own: the elements that are open there begin where they did, with
/// nothing but blanks between, and the rest follows, every line and column in its place.
/// </summary>
/// <param name="tags">The tags with their places, each behind the one before.</param>
/// <param name="place">Where the rest begins.</param>
/// <param name="rest">The rest.</param>
internal sealed class ResumedText(IReadOnlyList<(TextPlace Place, string Tag)> tags, TextPlace place, TextReader rest) : TextReader
{
    private const int LongestRun = 4096;
    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";

    private readonly IEnumerator<string> _beginning = Beginning(tags, place).GetEnumerator();
    private string _current = "";
    private int _given;
    private bool _isRest;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        while (!_isRest && _given == _current.Length)
        {
            _isRest = !_beginning.MoveNext();
            (_current, _given) = (_isRest ? "" : _beginning.Current, 0);
        }

        if (_isRest)
            return rest.Read(buffer);
        var count = Math.Min(buffer.Length, _current.Length - _given);
        _current.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        _beginning.Dispose();
        base.Dispose(disposing);
    }

    // Blanks before the rest would become part of a text that begins there, so they stand in a comment, or within the last tag
    // where there is no room for one: of many the parser looks at each again and again there. Only a text ends at the beginning
    // of a line, and what follows a text is none.
    private static IEnumerable<string> Beginning(IReadOnlyList<(TextPlace Place, string Tag)> tags, TextPlace end)
    {
        var at = default(TextPlace);
        for (var i = 0; i < tags.Count; i++)
        {
            var (place, tag) = tags[i];
            var isLast = i == tags.Count - 1 && end.Column > 0 && !tag.EndsWith("/>", StringComparison.Ordinal);
            foreach (var blanks in Blanks(at, place))
                yield return blanks;
            at = place with { Column = place.Column + tag.Length };
            var (head, tail) = !isLast ? (tag, "") : HasRoomForComment(at, end) ? (tag + CommentStart, CommentEnd) : (tag[..^1], ">");
            yield return head;
            if (!isLast)
                continue;
            at = place with { Column = place.Column + head.Length };
            foreach (var blanks in Blanks(at, end with { Column = end.Column - tail.Length }))
                yield return blanks;
            yield return tail;
            at = end;
        }

        foreach (var blanks in Blanks(at, end))
            yield return blanks;
    }

    private static bool HasRoomForComment(TextPlace from, TextPlace to) =>
        to.Column >= (to.Line > from.Line ? 0 : from.Column + CommentStart.Length) + CommentEnd.Length;

    private static IEnumerable<string> Blanks(TextPlace from, TextPlace to) =>
        Runs('\n', to.Line - from.Line).Concat(Runs(' ', to.Line > from.Line ? to.Column : to.Column - from.Column));

    private static IEnumerable<string> Runs(char character, long count)
    {
        for (; count > 0; count -= LongestRun)
            yield return new string(character, (int)Math.Min(count, LongestRun));
    }
}
