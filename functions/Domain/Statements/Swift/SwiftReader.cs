using System.Text;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Swift;

/// <summary>
/// Reads SWIFT MT940 (customer statement) and MT942 (interim transaction report), as banks write them: with or without
/// the SWIFT envelope, several messages a file. Each message is one statement, or a page of one: pages that follow each other are joined.
/// </summary>
/// <param name="fallback">
/// The single-byte encoding of lines that are not UTF-8; the files themselves never say which.
/// </param>
public sealed class SwiftReader(Encoding fallback) : StatementReader
{
    private const int MostOfTag = 12;

    /// <summary>A reader that takes lines that are not UTF-8 as ISO-8859-1.</summary>
    public SwiftReader()
        : this(Encoding.Latin1)
    {
    }

    /// <inheritdoc/>
    public override string Name => "MT940, MT942";

    /// <inheritdoc/>
    public override bool Recognises(ReadOnlySpan<byte> head)
    {
        Span<char> start = stackalloc char[MostOfTag];
        while (!head.IsEmpty)
        {
            var end = head.IndexOfAny((byte)'\n', (byte)'\r');
            var line = end < 0 ? head : head[..end];
            var count = Encoding.Latin1.GetChars(line[..Math.Min(line.Length, start.Length)], start);
            if (IsDecisive(start[..count]))
                return true;
            head = end < 0 ? [] : head[(end + 1)..];
        }

        return false;
    }

    /// <inheritdoc/>
    public override IEnumerable<StatementPart> Read(Stream bytes)
    {
        var parts = new PartBuffer();
        var fields = new FieldSource(new LineSource(bytes, fallback, parts), parts);
        var statements = new StatementAssembler(parts);
        var more = true;
        while (more)
        {
            more = fields.Next();
            if (more)
                statements.Take(fields);
            else
                statements.End();
            for (var i = 0; i < parts.Count; i++)
                yield return parts[i];
            parts.Clear();
        }
    }

    /// <summary>One such tag at the start of a line is enough: nothing else begins a line like this.</summary>
    private static bool IsDecisive(ReadOnlySpan<char> start) =>
        FieldTags.Read(start, out var value, out var departs) switch
        {
            FieldTag.Reference or FieldTag.StatementNumber or FieldTag.Account => !value.IsWhiteSpace() && !departs,
            FieldTag.OpeningBalance or FieldTag.PageOpeningBalance or FieldTag.ClosingBalance or FieldTag.PageClosingBalance => BalanceField.IsLikely(value),
            FieldTag.Entry => value.Length >= 6 && !value[..6].ContainsAnyExceptInRange('0', '9'),
            _ => false,
        };
}
