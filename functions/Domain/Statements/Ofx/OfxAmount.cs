namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>
/// Reads the amounts of OFX (section 3.2.9): an optional sign, digits, and a point or a comma before the decimals.
/// </summary>
internal static class OfxAmount
{
    /// <summary>
    /// Reads a figure. Where both marks occur, the last is the decimal mark and the others must part groups of three
    /// digits. A comma before exactly three digits says a thousand to one bank and a thousandth to another: it is not
    /// read, unless the currency has three decimals.
    /// </summary>
    public static AmountReading Read(string text, Currency currency, out Money amount)
    {
        amount = Money.Zero(currency);
        var mark = text.AsSpan().LastIndexOfAny(',', '.');
        if (mark < 0)
            return AmountText.Read(text, '.', currency, out amount);
        var whole = text[..mark];
        var isGrouped = whole.AsSpan().ContainsAny(',', '.');
        if (isGrouped && !TryUngroup(ref whole, text[mark] == ',' ? '.' : ','))
            return AmountReading.NotANumber;
        var decimals = text[(mark + 1)..];
        if (text[mark] == ',' && !isGrouped && decimals.Length == 3 && currency.Exponent != 3)
            return AmountReading.NotANumber;
        return AmountText.Read($"{whole}.{decimals}", '.', currency, out amount);
    }

    private static bool TryUngroup(ref string whole, char mark)
    {
        var groups = whole.TrimStart('+', '-').Split(mark);
        if (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(group => group.Length != 3))
            return false;
        whole = whole.Replace(mark.ToString(), "", StringComparison.Ordinal);
        return true;
    }
}
