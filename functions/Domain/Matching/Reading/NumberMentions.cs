using System.Globalization;

namespace Reconciliation.Domain.Matching.Reading;

/// <summary>Every row of digits in the texts of a payment, joined across separators, dates and amounts left out.</summary>
internal sealed class NumberMentions
{
    // A Swiss QR reference of 27 digits is printed in six groups.
    private const int MostGroups = 6;
    private const int MostDigits = 27;
    private const int MostMentions = 200;
    private const int LeastWhole = 6;

    private static readonly HashSet<string> Cues = new(
        ("FACTURE FACTURES FACT FACTS FAC FA FC F INVOICE INVOICES INV RECHNUNG RECHNUNGEN RECH RE RG RNR NR NO N NOS NUM NUMERO " +
        "NUMBER REF REFERENCE DOC AVOIR BILL DOSSIER ECHEANCE").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Links = new("ET AND UND A AU TO BIS DU OF VOM".Split(' '), StringComparer.Ordinal);

    private readonly Dictionary<string, NumberMention> _byDigits = new(StringComparer.Ordinal);

    /// <summary>The mentions by their digits.</summary>
    public IReadOnlyCollection<NumberMention> All => _byDigits.Values;

    /// <summary>Collects the mentions of texts.</summary>
    /// <param name="texts">The texts of the payment.</param>
    /// <param name="bookedOn">Its booking day: years around it are no numbers by themselves.</param>
    public static NumberMentions Of(IReadOnlyList<ReferenceText> texts, DateOnly bookedOn)
    {
        var mentions = new NumberMentions();
        // What stands there comes first: of a long list there is no room for everything that could be put together.
        for (var text = 0; text < texts.Count; text++)
            mentions.Collect(texts[text], text, bookedOn.Year, mostGroups: 1);
        for (var text = 0; text < texts.Count; text++)
            mentions.Collect(texts[text], text, bookedOn.Year, MostGroups);
        return mentions;
    }

    /// <summary>The mention of the given digits, without leading zeros; null for none.</summary>
    public NumberMention? Find(string digits) => _byDigits.TryGetValue(digits, out var mention) ? mention : null;

    private void Collect(ReferenceText text, int place, int bookedYear, int mostGroups)
    {
        var figures = Figures.In(text);
        var cued = false;
        for (var atom = 0; atom < text.Atoms.Length; atom++)
        {
            if (!text.Atoms[atom].IsDigits)
            {
                var word = text[atom].ToString();
                cued = Cues.Contains(word) || (cued && Links.Contains(word));
            }
            else if (!figures[atom])
            {
                Join(text, place, atom, cued, figures, bookedYear, mostGroups);
            }
        }
    }

    private void Join(ReferenceText text, int place, int first, bool cued, bool[] figures, int bookedYear, int mostGroups)
    {
        foreach (var glued in NumberLists.GluedIn(text, place, first, cued))
            Add(glued);
        var digits = "";
        var groups = 0;
        for (var last = first; last < text.Atoms.Length && groups < mostGroups; last++)
        {
            if (!text.Atoms[last].IsDigits)
            {
                if (IsInfix(text, last))
                    continue;
                return;
            }

            if (figures[last] || digits.Length + text.Atoms[last].Length > MostDigits || (groups > 0 && AreWhole(text, last)))
                return;
            digits = groups == 0 ? text[last].ToString() : string.Concat(digits, text[last]);
            groups++;
            if (groups == 1 && IsYear(digits, bookedYear) && !(cued && last == text.Atoms.Length - 1))
                continue;
            Add(new NumberMention(
                PlainText.WithoutLeadingZeros(digits), new AtomRange(place, first, last), cued,
                text.CrossesLine(first, last), YearBefore(text, first), NumberShape.Written, digits.Length, groups));
            foreach (var listed in mostGroups > 1 ? NumberLists.After(text, place, last, digits, figures, cued) : [])
                Add(listed);
        }
    }

    private void Add(NumberMention mention)
    {
        if (_byDigits.TryGetValue(mention.Digits, out var known) && !IsBetter(mention, known))
            return;
        if (_byDigits.Count < MostMentions)
            _byDigits[mention.Digits] = mention;
    }

    private static bool IsBetter(NumberMention mention, NumberMention known) =>
        mention.Shape != known.Shape ? mention.Shape < known.Shape : mention.IsCued && !known.IsCued;

    /// <summary>Two long rows of digits apart from each other are two numbers.</summary>
    private static bool AreWhole(ReferenceText text, int atom) =>
        text.Atoms[atom].Length >= LeastWhole && text.Atoms[atom - 1].Length >= LeastWhole && !text.Atoms[atom].StartsLine;

    /// <summary>A letter or two inside a number, as in 26A013.</summary>
    private static bool IsInfix(ReferenceText text, int atom) =>
        text.Atoms[atom].Length <= 3 && text.Atoms[atom].Separator == '\0'
        && atom + 1 < text.Atoms.Length && text.Atoms[atom + 1].Separator == '\0';

    private static bool IsYear(string digits, int bookedYear) =>
        digits.Length == 4 && int.Parse(digits, CultureInfo.InvariantCulture) is var year && year >= bookedYear - 3 && year <= bookedYear + 1;

    private static int YearBefore(ReferenceText text, int first)
    {
        if (first == 0 || !text.Atoms[first - 1].IsDigits || text.Atoms[first - 1].Length != 4)
            return 0;
        var year = int.Parse(text[first - 1], CultureInfo.InvariantCulture);
        return year is >= 1990 and <= 2099 ? year : 0;
    }
}
