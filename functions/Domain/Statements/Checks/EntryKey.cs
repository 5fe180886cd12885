namespace Reconciliation.Domain.Statements.Checks;

/// <summary>
/// A key of 64 bits, the same in every process, by which a check finds again what it saw without holding it. Two things
/// that differ have one key in a million million million cases; a check says then what is not so, and decides nothing.
/// </summary>
internal struct EntryKey
{
    // FNV-1a over UTF-16 code units.
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private ulong _value;

    public readonly ulong Value => _value;

    public static EntryKey New() => new() { _value = Offset };

    public void Add(ReadOnlySpan<char> text)
    {
        var value = _value;
        foreach (var character in text)
            value = unchecked((value ^ character) * Prime);
        _value = unchecked((value ^ 0xFFFF) * Prime);
    }

    public void Add(long number)
    {
        // A number is mixed in two halves, so that each bit of it reaches the whole key.
        var value = unchecked((_value ^ (ulong)number) * Prime);
        _value = unchecked((value ^ (ulong)(number >> 32)) * Prime);
    }
}
