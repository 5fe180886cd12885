using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>
/// A text that fills what it is asked for as far as there is text. CsvReader finds a long row too long or not by what
/// one read brought, so a file in portions would be read otherwise than the same file whole.
/// </summary>
internal sealed class WholeBlocks(Stream text) : ForwardStream
{
    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => text.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
}
