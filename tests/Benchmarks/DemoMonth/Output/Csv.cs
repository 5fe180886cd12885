using System.Text;

namespace Reconciliation.Benchmarks.DemoMonth.Output;

/// <summary>Writes rows of text; UTF-8 without a mark, lines end with LF.</summary>
internal sealed class Csv(char separator)
{
    private readonly StringBuilder _text = new();

    public Csv Row(params IEnumerable<string?> cells)
    {
        _text.AppendJoin(separator, cells.Select(Quoted)).Append('\n');
        return this;
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());

    private string Quoted(string? cell)
    {
        if (cell is null || cell.AsSpan().IndexOfAny(separator, '"', '\n') < 0)
            return cell ?? "";
        return '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
    }
}
