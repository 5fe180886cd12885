using System.Text;

namespace Reconciliation.Domain.Matching.Reading;

/// <summary>Text as it is compared: capitals without accents, because banks drop letter case and accents on the way.</summary>
internal static class PlainText
{
    private const int Folded = 0x250;

    private static readonly string?[] Folds = BuildFolds();

    /// <summary>The text in plain capitals; whatever is neither letter nor digit stays as it is.</summary>
    public static string Of(string text)
    {
        var first = 0;
        while (first < text.Length && char.IsAscii(text[first]) && !char.IsAsciiLetterLower(text[first]))
            first++;
        if (first == text.Length)
            return text;
        var plain = new StringBuilder(text, 0, first, text.Length + 4);
        foreach (var character in text.AsSpan(first))
            Append(plain, character);
        return plain.ToString();
    }

    /// <summary>The plain letters and digits of a text and nothing else.</summary>
    public static string Compact(string text)
    {
        var plain = Of(text);
        return plain.All(IsWordCharacter) ? plain : string.Concat(plain.Where(IsWordCharacter));
    }

    /// <summary>Letters of any script and the ten digits.</summary>
    public static bool IsWordCharacter(char character) => char.IsAsciiLetterOrDigit(character) || (character > 127 && char.IsLetter(character));

    /// <summary>Digits without the zeros before them; a lone zero stays.</summary>
    public static string WithoutLeadingZeros(string digits)
    {
        var start = 0;
        while (start < digits.Length - 1 && digits[start] == '0')
            start++;
        return start == 0 ? digits : digits[start..];
    }

    private static void Append(StringBuilder plain, char character)
    {
        if (character < Folded && Folds[character] is { } fold)
            plain.Append(fold);
        else if (character == '€')
            plain.Append("EUR");
        else if (!IsCombiningMark(character))
            plain.Append(char.ToUpperInvariant(character));
    }

    private static bool IsCombiningMark(char character) => character is >= '\u0300' and <= '\u036F';

    private static string?[] BuildFolds()
    {
        // Each group: the plain letter, then the capitals that fold to it.
        const string groups =
            "AÀÁÂÃÄÅĀĂĄ CÇĆĈĊČ DĎĐÐ EÈÉÊËĒĔĖĘĚ GĜĞĠĢ HĤĦ IÌÍÎÏĨĪĬĮİ JĴ KĶ LĹĻĽĿŁ NÑŃŅŇ OÒÓÔÕÖØŌŎŐ RŔŖŘ SŚŜŞŠȘ " +
            "TŢŤŦȚ UÙÚÛÜŨŪŬŮŰŲ WŴ YÝŶŸ ZŹŻŽ";
        var folds = new string?[Folded];
        foreach (var group in groups.Split(' '))
        {
            foreach (var accented in group.AsSpan(1))
                Fold(folds, accented, group[..1]);
        }

        Fold(folds, 'Æ', "AE");
        Fold(folds, 'Œ', "OE");
        Fold(folds, 'Þ', "TH");
        folds['ß'] = "SS";
        folds['ı'] = "I";
        return folds;
    }

    private static void Fold(string?[] folds, char capital, string plain)
    {
        folds[capital] = plain;
        var small = char.ToLowerInvariant(capital);
        if (small < Folded && small > 127)
            folds[small] = plain;
    }
}
