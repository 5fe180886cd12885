namespace Reconciliation.Domain.Statements.Csv;

/// <summary>Reads amounts in the notation of a profile.</summary>
internal static class CsvAmount
{
    /// <summary>
    /// Reads a figure. Its sign may stand on either side, as hyphen or minus (U+2212); the currency's code or sign may
    /// stand beside it. A thousands mark counts only between groups of three digits: <c>12,50</c> is no amount where
    /// the comma parts thousands.
    /// </summary>
    public static AmountReading Read(string text, CsvProfile profile, Currency currency, out Money amount)
    {
        var figure = WithoutCurrency(text.Replace('\u2212', '-'), profile, currency);
        if (figure.EndsWith('-') && figure.Length > 1)
            figure = "-" + figure[..^1].TrimEnd();
        if (figure.StartsWith('-') || figure.StartsWith('+'))
            figure = figure[0] + figure[1..].TrimStart();
        amount = Money.Zero(currency);
        return TryUngroup(ref figure, profile)
            ? AmountText.Read(figure, profile.DecimalMark, currency, out amount)
            : AmountReading.NotANumber;
    }

    /// <summary>
    /// Whether signs, digits and the decimal mark mean nothing else in a profile, so that a figure of only those can be read
    /// by them alone.
    /// </summary>
    public static bool HasPlainFigures(CsvProfile profile) =>
        !profile.CurrencySigns.Any(c => char.IsAsciiDigit(c) || c is '+' or '-' || c == profile.DecimalMark)
        && profile.ThousandsMarks.AsSpan().IndexOfAny('+', '-') < 0;

    private static string WithoutCurrency(string text, CsvProfile profile, Currency currency)
    {
        var figure = string.Concat(text.Where(c => !profile.CurrencySigns.Contains(c, StringComparison.Ordinal))).Trim();
        if (figure.StartsWith(currency.Code, StringComparison.OrdinalIgnoreCase))
            figure = figure[3..].TrimStart();
        return figure.EndsWith(currency.Code, StringComparison.OrdinalIgnoreCase) ? figure[..^3].TrimEnd() : figure;
    }

    private static bool TryUngroup(ref string figure, CsvProfile profile)
    {
        var end = figure.IndexOf(profile.DecimalMark, StringComparison.Ordinal);
        var whole = end < 0 ? figure : figure[..end];
        var first = whole.AsSpan().IndexOfAny(profile.ThousandsMarks);
        if (first < 0)
            return true;
        var mark = whole[first];
        var groups = whole.TrimStart('+', '-').Split(mark);
        if (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(group => group.Length != 3))
            return false;
        figure = whole.Replace(mark.ToString(), "", StringComparison.Ordinal) + figure[whole.Length..];
        return true;
    }
}
