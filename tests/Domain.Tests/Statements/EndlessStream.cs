namespace Reconciliation.Domain.Tests.Statements;

/// <summary>A stream that never ends: a head, then one text over and over. Only a lazy reader comes back from it.</summary>
internal sealed class EndlessStream(byte[] head, byte[] again) : ForwardStream
{
    private byte[] _current = head;
    private int _given;

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_given == _current.Length)
            (_current, _given) = (again, 0);
        var given = Math.Min(count, _current.Length - _given);
        _current.AsSpan(_given, given).CopyTo(buffer.AsSpan(offset));
        _given += given;
        return given;
    }
}
