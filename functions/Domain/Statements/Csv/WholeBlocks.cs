namespace Reconciliation.Domain.Statements.Csv;

/// <summary>
/// A text that fills what it is asked for as far as there is text. CsvReader finds a long row too long or not by what
/// one read brought, so a file in portions would be read otherwise than the same file whole.
/// </summary>
internal sealed class WholeBlocks(TextReader text) : TextReader
{
    public override int Peek() => text.Peek();

    public override int Read() => text.Read();

    public override int Read(char[] buffer, int index, int count) => text.ReadBlock(buffer, index, count);

    public override int Read(Span<char> buffer) => text.ReadBlock(buffer);
}
