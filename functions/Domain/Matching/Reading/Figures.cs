using System.Globalization;

namespace Reconciliation.Domain.Matching.Reading;

/// <summary>Finds the digits in a text that are dates or amounts rather than numbers of documents.</summary>
internal static class Figures
{
    /// <summary>For each atom, whether it is part of a date or an amount.</summary>
    public static bool[] In(ReferenceText text)
    {
        var figures = new bool[text.Atoms.Length];
        for (var atom = 0; atom < text.Atoms.Length; atom++)
        {
            var length = IsDate(text, atom) ? 3 : AmountLength(text, atom);
            for (var part = 0; part < length; part++)
                figures[atom + part] = true;
        }

        return figures;
    }

    private static bool IsDate(ReferenceText text, int at)
    {
        if (at + 2 >= text.Atoms.Length || !Digits(text, at, 3))
            return false;
        var separator = text.Atoms[at + 1].Separator;
        if (separator is not ('/' or '.' or '-') || text.Atoms[at + 2].Separator != separator)
            return false;
        // "41104-05-06-07" is a list, not a date.
        if (IsLinked(text, at, separator) || IsLinked(text, at + 3, separator))
            return false;
        var first = text[at];
        var second = text[at + 1];
        var third = text[at + 2];
        return first.Length == 4
            ? IsBetween(second, 1, 12) && IsBetween(third, 1, 31) && third.Length == 2
            : IsBetween(first, 1, 31) && IsBetween(second, 1, 12) && third.Length is 2 or 4 && (third.Length == 2 || third[0] is '1' or '2');
    }

    private static bool IsLinked(ReferenceText text, int at, char separator) =>
        at > 0 && at < text.Atoms.Length && text.Atoms[at].Separator == separator && text.Atoms[at].IsDigits && text.Atoms[at - 1].IsDigits;

    /// <summary>How many atoms an amount takes: digits, a mark and two decimals before a currency.</summary>
    private static int AmountLength(ReferenceText text, int at)
    {
        var end = at;
        while (end < text.Atoms.Length && text.Atoms[end].IsDigits && (end == at || text.Atoms[end].Separator is ',' or '.'))
            end++;
        if (end == at || end >= text.Atoms.Length || text[end] is not ("EUR" or "EUROS" or "E" or "USD" or "CHF" or "GBP"))
            return 0;
        return end - at > 1 && text.Atoms[end - 1].Length == 2 && text.Atoms[end - 1].Separator is ',' or '.' ? end - at : 0;
    }

    private static bool Digits(ReferenceText text, int at, int count)
    {
        for (var atom = at; atom < at + count; atom++)
        {
            if (!text.Atoms[atom].IsDigits)
                return false;
        }

        return true;
    }

    private static bool IsBetween(ReadOnlySpan<char> digits, int least, int most) =>
        digits.Length <= 2 && int.Parse(digits, CultureInfo.InvariantCulture) is var number && number >= least && number <= most;
}
