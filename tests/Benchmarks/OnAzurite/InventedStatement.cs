using System.Globalization;
using System.Text;

namespace Reconciliation.Benchmarks.OnAzurite;

/// <summary>What an invented statement holds.</summary>
/// <param name="Number">Its number; the statements of a ledger follow each other.</param>
/// <param name="Entries">How many entries.</param>
/// <param name="Opening">The balance before, in cents.</param>
/// <param name="FirstReceivable">The number of the receivable that the first entry pays; null where none pays any.</param>
internal sealed record InventedStatement(int Number, int Entries, long Opening, int? FirstReceivable)
{
    public const string Account = "FR7699202006710000778812015";

    private static readonly DateOnly Origin = new(2025, 1, 1);

    /// <summary>The balance after, in cents.</summary>
    public long Closing => Opening + Enumerable.Range(0, Entries).Sum(Cents);

    /// <summary>The booking day.</summary>
    public DateOnly Day => Origin.AddDays(Number);

    /// <summary>What a receivable is over, in cents; no two of a ledger are alike.</summary>
    public static long CentsOf(int receivable) => 10_000_000 + receivable;

    /// <summary>The number of a receivable, as it is printed on it: of digits that no other text counts up to by chance.</summary>
    public static string NumberOf(int receivable) => string.Create(CultureInfo.InvariantCulture, $"FA{20_000_000 + receivable}");

    /// <summary>Who owes a receivable: words that no other debtor's name has.</summary>
    public static string NameOf(int receivable) => $"{Word(receivable)} {Word(receivable + 7_000_000)} SARL";

    /// <summary>The lines of the statement as MT940, made as they are read: memory does not grow with it.</summary>
    public IEnumerable<string> Lines()
    {
        yield return string.Create(CultureInfo.InvariantCulture, $":20:DAY{Number}\n:25:{Account}\n:28C:{Number:00000}\n");
        yield return $":60F:{Balance(Day.AddDays(-1), Opening)}\n";
        for (var entry = 0; entry < Entries; entry++)
            yield return Entry(entry);
        yield return $":62F:{Balance(Day, Closing)}\n-\n";
    }

    private string Entry(int entry)
    {
        var cents = Cents(entry);
        var (mark, code) = cents < 0 ? ('D', "177") : ('C', "166");
        var (text, name) = FirstReceivable is { } first
            ? ($"FACTURE {NumberOf(first + entry)}", NameOf(first + entry))
            : (string.Create(CultureInfo.InvariantCulture, $"V REF {Number}/{entry}"), $"{Word((Number * 100_003) + entry)} EURL");
        return string.Create(
            CultureInfo.InvariantCulture,
            $":61:{Day:yyMMdd}{Day:MMdd}{mark}{Amount(cents)}NTRFNONREF\n:86:{code}?00VIREMENT?20SVWZ+{text}?32{name}\n");
    }

    // Of entries that pay nothing, a third is money out.
    private long Cents(int entry) => FirstReceivable is { } first
        ? CentsOf(first + entry)
        : (entry % 3 == 0 ? -1 : 1) * (1_000 + (entry * 7L % 500_000));

    // Syllables spell the number in a scrambled order, so that neighbours do not look alike.
    private static string Word(int number)
    {
        const string consonants = "BCDFGLMNPRSTVZJK";
        const string vowels = "AEIOUYAE";
        var bits = unchecked((uint)number * 2_654_435_761u);
        var word = new StringBuilder();
        for (var syllable = 0; syllable < 5; syllable++, bits >>= 6)
            word.Append(consonants[(int)(bits & 15)]).Append(vowels[(int)((bits >> 4) & 3)]);
        return word.ToString();
    }

    private static string Balance(DateOnly day, long cents) =>
        string.Create(CultureInfo.InvariantCulture, $"{(cents < 0 ? 'D' : 'C')}{day:yyMMdd}EUR{Amount(cents)}");

    private static string Amount(long cents) => string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(cents) / 100},{Math.Abs(cents) % 100:00}");
}
