namespace Reconciliation.Fuzz.Streams;

/// <summary>Gives a file in portions, and tells a reader that goes on asking at its end.</summary>
/// <param name="file">The file.</param>
/// <param name="portion">How much the next read may give at most, at least 1.</param>
internal sealed class PortionedStream(byte[] file, Func<int> portion) : ReadOnlyForward
{
    private const int MostReadsAtEnd = 64;

    private int _given;
    private int _readsAtEnd;

    public override int Read(Span<byte> buffer)
    {
        if (_given == file.Length && buffer.Length > 0 && ++_readsAtEnd > MostReadsAtEnd)
            throw new InvalidOperationException($"The end of the file was read {_readsAtEnd} times.");
        var count = Math.Min(Math.Min(portion(), buffer.Length), file.Length - _given);
        file.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }
}
