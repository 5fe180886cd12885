using System.Globalization;

namespace Reconciliation.Domain.Matching.Reading;

/// <summary>
/// The numbers that a list leaves for its reader to complete: <c>2026-0123/124/125</c>, <c>0123 ET 124</c>,
/// <c>0123 A 0127</c>, and <c>2026012320260124</c> where somebody left out what stood between.
/// </summary>
internal static class NumberLists
{
    private const int LeastGlued = 4;
    private const int MostGlued = 12;
    private const int MostBetween = 24;

    /// <summary>What follows a number, read as numbers of the same series.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Its place among the texts of the payment.</param>
    /// <param name="last">The atom at which <paramref name="digits"/> end.</param>
    /// <param name="digits">A number that ends there, with the zeros before it.</param>
    /// <param name="figures">The atoms that are dates or amounts.</param>
    /// <param name="isCued">Whether a word before the list says that numbers follow.</param>
    public static IEnumerable<NumberMention> After(
        ReferenceText text, int place, int last, string digits, bool[] figures, bool isCued)
    {
        var length = text.Atoms[last].Length;
        var before = last;
        while (NextOfList(text, before, figures, out var isRange) is { } next && text.Atoms[next].Length <= length)
        {
            var end = text[next].ToString();
            if (end.Length < digits.Length)
                yield return Completed(digits[..^end.Length] + end, NumberShape.Listed, end.Length, next);
            var isWholeList = before == last && NextOfList(text, next, figures, out _) is null;
            foreach (var between in isRange && isWholeList ? Between(digits[^end.Length..], end) : [])
                yield return Completed(digits[..^end.Length] + between, NumberShape.Between, end.Length, next);
            before = next;
        }

        NumberMention Completed(string digits, NumberShape shape, int written, int at) => new(
            PlainText.WithoutLeadingZeros(digits), new AtomRange(place, at, at), isCued, CrossesLine: false, YearBefore: 0, shape, written);
    }

    /// <summary>The numbers of equal length of which a long row of digits may consist.</summary>
    public static IEnumerable<NumberMention> GluedIn(ReferenceText text, int place, int atom, bool isCued)
    {
        var digits = text[atom].ToString();
        for (var length = LeastGlued; length <= Math.Min(MostGlued, digits.Length / 2); length++)
        {
            if (digits.Length % length != 0 || !IsSeries(digits, length))
                continue;
            for (var at = 0; at < digits.Length; at += length)
            {
                yield return new NumberMention(
                    PlainText.WithoutLeadingZeros(digits.Substring(at, length)), new AtomRange(place, atom, atom), isCued,
                    CrossesLine: false, YearBefore: 0, NumberShape.Glued, length);
            }
        }
    }

    /// <summary>The next digits, where nothing but a sign or a word of lists stands before them.</summary>
    private static int? NextOfList(ReferenceText text, int atom, bool[] figures, out bool isRange)
    {
        isRange = false;
        var next = atom + 1;
        if (next < text.Atoms.Length && !text.Atoms[next].IsDigits)
        {
            isRange = text[next] is "A" or "AU" or "TO" or "BIS";
            if (!isRange && text[next] is not ("ET" or "AND" or "UND" or "U" or "E"))
                return null;
            next += IsPrefix(text, next + 1) ? 2 : 1;
            return next < text.Atoms.Length && text.Atoms[next].IsDigits && !figures[next] ? next : null;
        }
        else if (next < text.Atoms.Length)
        {
            isRange = text.Atoms[next].Separator == '-';
        }

        return next < text.Atoms.Length && text.Atoms[next].IsDigits && !figures[next] && MayFollow(text.Atoms[next]) ? next : null;
    }

    /// <summary>A lone digit behind a blank says nothing.</summary>
    private static bool MayFollow(Atom atom) => atom.Separator != '\0' && (atom.Length > 1 || atom.Separator is not (' ' or ReferenceText.LineBreak));

    /// <summary>The letters that begin a number, as in "F20260701 A F20260709".</summary>
    private static bool IsPrefix(ReferenceText text, int atom) =>
        atom < text.Atoms.Length && !text.Atoms[atom].IsDigits && text.Atoms[atom].Length <= 4;

    private static IEnumerable<string> Between(string start, string end)
    {
        if (!int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var first) ||
            !int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ||
            last - first is < 2 or > MostBetween)
            yield break;
        for (var number = first + 1; number < last; number++)
            yield return number.ToString(CultureInfo.InvariantCulture).PadLeft(end.Length, '0');
    }

    /// <summary>Numbers of one series begin alike.</summary>
    private static bool IsSeries(string digits, int length)
    {
        var alike = Math.Min(2, length - 2);
        for (var at = length; at < digits.Length; at += length)
        {
            if (!digits.AsSpan(at, alike).SequenceEqual(digits.AsSpan(0, alike)))
                return false;
        }

        return true;
    }
}
