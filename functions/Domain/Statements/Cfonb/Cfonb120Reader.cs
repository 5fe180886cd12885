using System.Text;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Cfonb;

/// <summary>
/// Reads CFONB 120, the relevé de compte (account statement) of French banks: records of 120 characters, with or without
/// line ends, of one account or several.
/// </summary>
/// <param name="fallback">
/// The single-byte encoding of lines that are not UTF-8; the files themselves never say which.
/// </param>
public sealed class Cfonb120Reader(Encoding fallback) : StatementReader
{
    /// <summary>A reader that takes lines that are not UTF-8 as ISO-8859-1.</summary>
    public Cfonb120Reader()
        : this(Encoding.Latin1)
    {
    }

    /// <inheritdoc/>
    public override string Name => "CFONB120";

    /// <inheritdoc/>
    public override bool Recognises(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (head.StartsWith(mark))
            head = head[mark.Length..];
        while (!head.IsEmpty && head[0] <= ' ')
            head = head[1..];
        Span<char> start = stackalloc char[Record.Length];
        start.Fill(' ');
        Encoding.Latin1.GetChars(head[..Math.Min(head.Length, start.Length)], start);
        var record = new Record(start, line: 1);
        return record.Code is "01" or "04" or "05" or "07" && IsNumber(record.Bank) && IsNumber(record.Guichet) &&
            record.Decimals is ' ' or (>= '0' and <= '9') && (record.Currency.IsWhiteSpace() || IsLetters(record.Currency));
    }

    /// <inheritdoc/>
    public override IEnumerable<StatementPart> Read(Stream bytes)
    {
        var parts = new PartBuffer();
        var records = new RecordSource(new LineSource(bytes, fallback, parts), Record.Length, parts);
        var statements = new StatementAssembler(parts);
        var more = true;
        while (more)
        {
            more = records.Next();
            if (more)
                statements.Take(new Record(records.Current, records.Line));
            else
                statements.End();
            for (var i = 0; i < parts.Count; i++)
                yield return parts[i];
            parts.Clear();
        }
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsLetters(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('A', 'Z');
}
