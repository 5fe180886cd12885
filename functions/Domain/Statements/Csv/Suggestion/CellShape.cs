using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Csv.Suggestion;

/// <summary>What a cell looks like, whatever its notation.</summary>
internal static class CellShape
{
    /// <summary>The notations of dates that banks use, the stricter before the looser.</summary>
    public static ImmutableArray<string> DateFormats { get; } =
    [
        "yyyy-MM-dd", "dd.MM.yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "dd-MM-yyyy", "dd.MM.yy", "dd/MM/yy", "MM/dd/yy", "dd-MM-yy", "yyyy.MM.dd", "yyyy.MM.dd.",
        "yyyy/MM/dd", "yyyyMMdd", "dd-MMM-yyyy", "dd MMM yyyy", "d.M.yyyy", "d/M/yyyy", "M/d/yyyy", "d-M-yyyy",
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.f", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.fffK",
        "dd.MM.yyyy HH:mm", "dd.MM.yyyy HH:mm:ss", "dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss", "MM/dd/yyyy HH:mm:ss",
    ];

    /// <summary>The signs of currencies that stand beside figures, with what they mean as a rule.</summary>
    public static ImmutableDictionary<char, string> CurrencySigns { get; } =
        new Dictionary<char, string> { ['€'] = "EUR", ['£'] = "GBP", ['$'] = "USD" }.ToImmutableDictionary();

    /// <summary>The cell is a date in some notation.</summary>
    public static bool IsDate(string cell) => cell.Length is >= 6 and <= 32 && char.IsAsciiDigit(cell[0]) && CsvDate.TryRead(cell, DateFormats, out _);

    /// <summary>The cell is an amount in some notation: digits, marks between them, a sign, a currency.</summary>
    public static bool IsFigure(string cell)
    {
        var figure = Bare(cell);
        if (figure.Length is 0 or > 24 || !char.IsAsciiDigit(figure[^1]) || !(char.IsAsciiDigit(figure[0]) || figure[0] is '.' or ','))
            return false;
        var marks = figure.Count(character => !char.IsAsciiDigit(character));
        return figure.All(character => char.IsAsciiDigit(character) || IsMark(character)) && (marks > 0 || figure.Length <= 12);
    }

    /// <summary>The figure has a minus on either side.</summary>
    public static bool IsNegative(string cell) => cell.AsSpan().ContainsAny('-', '\u2212');

    /// <summary>The digits of a figure and the marks between them.</summary>
    public static string Bare(string cell)
    {
        var words = cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => !HeaderWords.IsCurrency(word));
        return string.Concat(string.Join(' ', words).Where(character => !CurrencySigns.ContainsKey(character))).Trim('-', '\u2212', '+', ' ');
    }

    /// <summary>The character may part the digits of a figure.</summary>
    public static bool IsMark(char character) => character is '.' or ',' or '\'' or '\u2019' or ' ';
}
