namespace Reconciliation.Domain.Statements.Cfonb;

/// <summary>A record of 120 characters with the names of its columns (CFONB, relevé de compte sur support informatique).</summary>
/// <param name="text">The 120 characters.</param>
/// <param name="line">Where it stands in the file, from 1.</param>
internal readonly ref struct Record(ReadOnlySpan<char> text, int line)
{
    /// <summary>How long a record is.</summary>
    public const int Length = 120;

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Its line in the file, from 1; each record counts as one where the file has no line ends.</summary>
    public int Line { get; } = line;

    /// <summary>The whole record.</summary>
    public ReadOnlySpan<char> Text => _text;

    /// <summary>01 old balance (ancien solde), 04 movement, 05 complement, 07 new balance (nouveau solde).</summary>
    public ReadOnlySpan<char> Code => Columns(1, 2);

    /// <summary>Code banque.</summary>
    public ReadOnlySpan<char> Bank => Columns(3, 7);

    /// <summary>The bank's own operation code, of 04 and 05.</summary>
    public ReadOnlySpan<char> InternalOperation => Columns(8, 11);

    /// <summary>Code guichet.</summary>
    public ReadOnlySpan<char> Guichet => Columns(12, 16);

    /// <summary>ISO 4217 code.</summary>
    public ReadOnlySpan<char> Currency => Columns(17, 19);

    /// <summary>How many digits of the amount stand behind the decimal mark.</summary>
    public char Decimals => _text[19];

    /// <summary>The account number.</summary>
    public ReadOnlySpan<char> Account => Columns(22, 32);

    /// <summary>Code opération interbancaire, of 04 and 05.</summary>
    public ReadOnlySpan<char> Operation => Columns(33, 34);

    /// <summary>DDMMYY: the balance's date, or when the movement was booked.</summary>
    public ReadOnlySpan<char> Date => Columns(35, 40);

    /// <summary>Why the operation came back (code motif de rejet), of 04.</summary>
    public ReadOnlySpan<char> ReturnMotive => Columns(41, 42);

    /// <summary>DDMMYY: value date, of 04.</summary>
    public ReadOnlySpan<char> ValueDate => Columns(43, 48);

    /// <summary>Libellé, of 04.</summary>
    public ReadOnlySpan<char> Label => Columns(49, 79);

    /// <summary>Numéro d'écriture: number of the cheque, remittance or entry, of 04; not unique.</summary>
    public ReadOnlySpan<char> EntryNumber => Columns(82, 88);

    /// <summary>1: exempt from the commission on movements, of 04.</summary>
    public char Exemption => _text[88];

    /// <summary>1: the amount is not yet available, of 04.</summary>
    public char Unavailability => _text[89];

    /// <summary>The amount, its last digit with the sign, of 01, 04 and 07.</summary>
    public ReadOnlySpan<char> Amount => Columns(91, 104);

    /// <summary>Zone référence, of 04.</summary>
    public ReadOnlySpan<char> Reference => Columns(105, 120);

    /// <summary>What the complement is about (qualifiant), of 05.</summary>
    public ReadOnlySpan<char> Qualifier => Columns(46, 48);

    /// <summary>The complement itself, of 05.</summary>
    public ReadOnlySpan<char> Information => Columns(49, 118);

    /// <summary>A column without the blanks that fill it up: they are many, and skipped many at once.</summary>
    public static ReadOnlySpan<char> Unfilled(ReadOnlySpan<char> column) => column[..(column.LastIndexOfAnyExcept(' ') + 1)];

    /// <summary>Columns counted from 1, both inclusive, as in the standard.</summary>
    public ReadOnlySpan<char> Columns(int from, int to) => _text[(from - 1)..to];
}
