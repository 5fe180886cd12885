namespace Reconciliation.Domain.Matching.Reading;

/// <summary>A run of letters or a run of digits in a text: the smallest piece of which numbers are made.</summary>
/// <param name="Start">Where it begins in <see cref="ReferenceText.Compact"/>.</param>
/// <param name="Length">How long it is.</param>
/// <param name="IsDigits">Digits rather than letters.</param>
/// <param name="Separator">The character before it in the text; NUL where it follows the previous atom at once.</param>
/// <param name="WrittenStart">Where it begins in the text as written.</param>
internal readonly record struct Atom(int Start, int Length, bool IsDigits, char Separator, int WrittenStart)
{
    /// <summary>Where it ends in <see cref="ReferenceText.Compact"/>, exclusive.</summary>
    public int End => Start + Length;

    /// <summary>It is the first of its line, other than the first line.</summary>
    public bool StartsLine => Separator == ReferenceText.LineBreak;
}

/// <summary>Some atoms in a row.</summary>
/// <param name="Text">The text's place among the texts of the payment.</param>
/// <param name="First">The first atom.</param>
/// <param name="Last">The last atom, inclusive.</param>
internal readonly record struct AtomRange(int Text, int First, int Last)
{
    /// <summary>True where both share an atom.</summary>
    public bool Overlaps(AtomRange other) => Text == other.Text && First <= other.Last && other.First <= Last;
}

/// <summary>
/// One text of a payment as a row of atoms, so that a number is found whatever stands between its parts and wherever a
/// line ends.
/// </summary>
internal sealed class ReferenceText
{
    /// <summary>Stands between the lines of a text.</summary>
    public const char LineBreak = '\n';

    // A bank's field for a name has 24 characters, one for text 27 or more.
    private const int LeastCutLength = 20;

    private readonly string _plain;

    private ReferenceText(string plain, string compact, Atom[] atoms, bool isCorrected)
    {
        _plain = plain;
        IsCorrected = isCorrected;
        Compact = compact;
        Atoms = atoms;
    }

    /// <summary>Its letters and digits in plain capitals, without anything between.</summary>
    public string Compact { get; }

    /// <summary>Its atoms in order.</summary>
    public Atom[] Atoms { get; }

    /// <summary>Letters in it were read as digits.</summary>
    public bool IsCorrected { get; }

    /// <summary>Takes a text apart.</summary>
    public static ReferenceText Of(string text) => OfPlain(PlainText.Of(text), isCorrected: false);

    /// <summary>The text with letters among digits read as the digits that they look like; null where there are none.</summary>
    public ReferenceText? Corrected() => LookAlikes.Corrected(_plain) is { } corrected ? OfPlain(corrected, isCorrected: true) : null;

    private static ReferenceText OfPlain(string plain, bool isCorrected)
    {
        var compact = new char[plain.Length];
        var length = 0;
        var atoms = new List<Atom>();
        for (var at = 0; at < plain.Length;)
        {
            if (!PlainText.IsWordCharacter(plain[at]))
            {
                at++;
                continue;
            }

            var end = EndOfRun(plain, at);
            plain.CopyTo(at, compact, length, end - at);
            atoms.Add(new Atom(length, end - at, char.IsAsciiDigit(plain[at]), SeparatorBefore(plain, at), at));
            length += end - at;
            at = end;
        }

        return new ReferenceText(plain, new string(compact, 0, length), [.. atoms], isCorrected);
    }

    /// <summary>The characters of an atom.</summary>
    public ReadOnlySpan<char> this[int atom] => Compact.AsSpan(Atoms[atom].Start, Atoms[atom].Length);

    /// <summary>The atoms of a range in plain capitals as they were written, with what stands between them.</summary>
    public string Written(int first, int last)
    {
        var end = Atoms[last].WrittenStart + Atoms[last].Length;
        return _plain[Atoms[first].WrittenStart..end].Replace(LineBreak, ' ');
    }

    /// <summary>True where a line ends inside the range.</summary>
    public bool CrossesLine(int first, int last)
    {
        for (var atom = first + 1; atom <= last; atom++)
        {
            if (Atoms[atom].StartsLine)
                return true;
        }

        return false;
    }

    /// <summary>
    /// The first atom of what stands behind the last blank, where the text is so long that a bank may have cut it there;
    /// null otherwise.
    /// </summary>
    public int? CutTail()
    {
        if (_plain.Length < LeastCutLength || Atoms.Length == 0 || IsCorrected)
            return null;
        var first = Atoms.Length - 1;
        while (first > 0 && Atoms[first].Separator is not (' ' or ',' or ';' or '+' or LineBreak))
            first--;
        return first;
    }

    /// <summary>
    /// The atoms that spell <paramref name="number"/>, or null. Digits must stand alone on both sides; letters before the
    /// number may run into a word (<c>VIRFAC2026001</c>), which <paramref name="glued"/> tells.
    /// </summary>
    public (int First, int Last)? Find(string number, out bool glued)
    {
        glued = false;
        for (var at = Compact.IndexOf(number, StringComparison.Ordinal); at >= 0; at = Next(number, at))
        {
            var first = AtomAt(at);
            var last = AtomAt(at + number.Length - 1);
            if (Atoms[last].End != at + number.Length)
                continue;
            if (Atoms[first].Start == at)
                return (first, last);
            if (!Atoms[first].IsDigits && number.Length > 4)
            {
                glued = true;
                return (first, last);
            }
        }

        return null;
    }

    private int Next(string number, int at) => at + 1 >= Compact.Length ? -1 : Compact.IndexOf(number, at + 1, StringComparison.Ordinal);

    private int AtomAt(int position)
    {
        var low = 0;
        var high = Atoms.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Atoms[middle].Start <= position)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    private static int EndOfRun(string plain, int start)
    {
        var isDigits = char.IsAsciiDigit(plain[start]);
        var end = start + 1;
        while (end < plain.Length && PlainText.IsWordCharacter(plain[end]) && char.IsAsciiDigit(plain[end]) == isDigits)
            end++;
        return end;
    }

    private static char SeparatorBefore(string plain, int at)
    {
        if (at == 0)
            return ' ';
        var separator = plain[at - 1];
        if (PlainText.IsWordCharacter(separator))
            return '\0';
        // A line break counts even where blanks stand around it, and so does any other sign.
        for (var before = at - 1; before >= 0 && !PlainText.IsWordCharacter(plain[before]); before--)
        {
            if (plain[before] == LineBreak)
                return LineBreak;
            if (separator == ' ')
                separator = plain[before] == '–' ? '-' : plain[before];
        }

        return separator;
    }
}
