namespace Reconciliation.Domain.Statements.Cfonb;

/// <summary>A record of 240 characters with the names of its columns (CFONB, lists of items such as bills and returns).</summary>
/// <param name="text">The 240 characters.</param>
/// <param name="line">Where it stands in the file, from 1.</param>
internal readonly ref struct ItemRecord(ReadOnlySpan<char> text, int line)
{
    /// <summary>How long a record is.</summary>
    public const int Length = 240;

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Its line in the file, from 1; each record counts as one where the file has no line ends.</summary>
    public int Line { get; } = line;

    /// <summary>The whole record.</summary>
    public ReadOnlySpan<char> Text => _text;

    /// <summary>31 header, 34 item, 36 what is added to an item, 39 total.</summary>
    public ReadOnlySpan<char> Code => Columns(1, 2);

    /// <summary>The record's number in the file, one more than that of the record before.</summary>
    public ReadOnlySpan<char> Sequence => Columns(3, 8);

    /// <summary>What kind of items they are: 60 is a relevé of bills (LCR, BOR).</summary>
    public ReadOnlySpan<char> Operation => Columns(9, 10);

    /// <summary>DDMMYY, of 31.</summary>
    public ReadOnlySpan<char> Date => Columns(11, 16);

    /// <summary>Code banque, of 31.</summary>
    public ReadOnlySpan<char> Bank => Columns(22, 26);

    /// <summary>Code guichet, of 31.</summary>
    public ReadOnlySpan<char> Guichet => Columns(27, 31);

    /// <summary>The account number, of 31.</summary>
    public ReadOnlySpan<char> Account => Columns(32, 42);

    /// <summary>The amount of a 34, the sum of a 39: cents without a sign.</summary>
    public ReadOnlySpan<char> Amount => Columns(229, 240);

    private ReadOnlySpan<char> Columns(int from, int to) => _text[(from - 1)..to];
}
