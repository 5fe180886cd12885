namespace Reconciliation.Domain.Statements;

/// <summary>
/// Turns the bytes of one format into parts. A reader never throws for what the bytes say and never stops at the
/// first fault: it yields what it could read and a diagnostic, with its place, for everything else. Reading is lazy
/// and in constant memory; the stream need not seek and stays open.
/// </summary>
public abstract class StatementReader
{
    /// <summary>The formats that this reader takes, for messages.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Whether the first bytes of a file (4,096 at most) are of this format: content decides, never the file's name.
    /// </summary>
    public abstract bool Recognises(ReadOnlySpan<byte> head);

    /// <summary>The parts of the file, in its order.</summary>
    public abstract IEnumerable<StatementPart> Read(Stream bytes);
}
