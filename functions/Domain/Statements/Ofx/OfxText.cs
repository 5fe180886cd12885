using System.Globalization;
using System.Text;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>The text of an element as it is meant.</summary>
internal static class OfxText
{
    private const int LongestEntity = 10;

    /// <summary>
    /// Without blanks around it, in one line, the five named and all numeric character references resolved. Any other
    /// <c>&amp;</c> stands for itself, as banks write it.
    /// </summary>
    public static string Plain(string raw)
    {
        var text = raw.AsSpan().ContainsAny('\r', '\n')
            ? string.Join(' ', raw.Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            : raw.Trim();
        return text.Contains('&', StringComparison.Ordinal) ? Resolved(text) : text;
    }

    private static string Resolved(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] == '&' ? text.IndexOf(';', i, Math.Min(LongestEntity, text.Length - i)) : -1;
            if (end > 0 && Character(text[(i + 1)..end]) is { } character)
            {
                result.Append(character);
                i = end;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    private static string? Character(string entity) => entity.ToUpperInvariant() switch
    {
        "AMP" => "&",
        "LT" => "<",
        "GT" => ">",
        "QUOT" => "\"",
        "APOS" => "'",
        ['#', 'X', .. var digits] => Numbered(digits, NumberStyles.AllowHexSpecifier),
        ['#', .. var digits] => Numbered(digits, NumberStyles.None),
        _ => null,
    };

    private static string? Numbered(string digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var number) && number >= ' ' && Rune.IsValid(number)
            ? new Rune(number).ToString()
            : null;
}
