using System.Text;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Bai2;

/// <summary>
/// Reads BAI2, the balance reporting of American banks and of many others: accounts in groups, each with its balances and
/// its entries. Amounts are in minor units; whether an entry is money in or out, its type code says.
/// </summary>
/// <param name="fallback">
/// The single-byte encoding of lines that are not UTF-8; the files themselves never say which.
/// </param>
public sealed class Bai2Reader(Encoding fallback) : StatementReader
{
    // The places of the fields of record 01, its code being the first.
    private const int Date = 3;
    private const int FileId = 5;

    /// <summary>A reader that takes lines that are not UTF-8 as ISO-8859-1.</summary>
    public Bai2Reader()
        : this(Encoding.Latin1)
    {
    }

    /// <inheritdoc/>
    public override string Name => "BAI2";

    /// <inheritdoc/>
    public override bool Recognises(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (head.StartsWith(mark))
            head = head[mark.Length..];
        while (!head.IsEmpty && head[0] <= ' ')
            head = head[1..];
        var end = head.IndexOfAny((byte)'/', (byte)'\n', (byte)'\r');
        var fields = Encoding.Latin1.GetString(end < 0 ? head : head[..end]).Split(',', StringSplitOptions.TrimEntries);
        return fields.Length > FileId && fields[0] == "01" && fields[Date].Length is 6 or 8 && fields[Date].All(char.IsAsciiDigit);
    }

    /// <inheritdoc/>
    public override IEnumerable<StatementPart> Read(Stream bytes)
    {
        var parts = new PartBuffer();
        var records = new RecordSource(new LineSource(bytes, fallback, parts), parts);
        var statements = new StatementAssembler(parts);
        var more = true;
        while (more)
        {
            more = records.Next();
            if (more)
                statements.Take(records.Current);
            else
                statements.End();
            records.PhysicalLength = statements.LineLength;
            for (var i = 0; i < parts.Count; i++)
                yield return parts[i];
            parts.Clear();
        }
    }
}
