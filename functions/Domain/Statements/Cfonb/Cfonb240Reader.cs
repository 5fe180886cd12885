using System.Text;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Cfonb;

/// <summary>
/// Knows CFONB 240, the lists of items of French banks (relevés of bills, returns of transfers and direct debits): records
/// of 240 characters. They are no statement of account, so that each list is added up, compared with its total, and refused
/// by name; nothing of it is posted.
/// </summary>
/// <param name="fallback">
/// The single-byte encoding of lines that are not UTF-8; the files themselves never say which.
/// </param>
public sealed class Cfonb240Reader(Encoding fallback) : StatementReader
{
    /// <summary>A reader that takes lines that are not UTF-8 as ISO-8859-1.</summary>
    public Cfonb240Reader()
        : this(Encoding.Latin1)
    {
    }

    /// <inheritdoc/>
    public override string Name => "CFONB240";

    /// <inheritdoc/>
    public override bool Recognises(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (head.StartsWith(mark))
            head = head[mark.Length..];
        while (!head.IsEmpty && head[0] <= ' ')
            head = head[1..];
        Span<char> start = stackalloc char[ItemRecord.Length];
        start.Fill(' ');
        Encoding.Latin1.GetChars(head[..Math.Min(head.Length, start.Length)], start);
        var record = new ItemRecord(start, line: 1);
        return record.Code is "31" && IsNumber(record.Sequence) && IsNumber(record.Operation) && IsNumber(record.Date) &&
            IsNumber(record.Bank) && IsNumber(record.Guichet);
    }

    /// <inheritdoc/>
    public override IEnumerable<StatementPart> Read(Stream bytes)
    {
        var parts = new PartBuffer();
        var records = new RecordSource(new LineSource(bytes, fallback, parts), ItemRecord.Length, parts);
        var lists = new ItemLists(parts);
        var more = true;
        while (more)
        {
            more = records.Next();
            if (more)
                lists.Take(new ItemRecord(records.Current, records.Line));
            else
                lists.End();
            for (var i = 0; i < parts.Count; i++)
                yield return parts[i];
            parts.Clear();
        }
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
