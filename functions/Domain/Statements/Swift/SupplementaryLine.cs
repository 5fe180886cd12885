using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Swift;

/// <summary>
/// The line after field 61: original amount <c>/OCMT/CAD47,11</c>, charges <c>/CHGS/EUR1,50/</c>, the bank's code
/// <c>/TRCD/00100/</c>, a counter account, or free text.
/// </summary>
internal static class SupplementaryLine
{
    private static readonly string[] Words = ["OCMT", "CHGS", "TRCD", "EXCH"];

    /// <summary>Reads the line; gives the charges where they are in the account's currency.</summary>
    /// <param name="text">The lines after the first one of field 61.</param>
    /// <param name="currency">The account's currency.</param>
    /// <param name="detail">Where the counter account and the words go.</param>
    /// <param name="rest">What is free text.</param>
    public static Money? Read(ReadOnlySpan<char> text, Currency currency, DetailDraft detail, out ReadOnlySpan<char> rest)
    {
        Money? charges = null;
        rest = text.Trim();
        if (Iban.TryParse(rest, out _))
        {
            detail.SetAccount(rest, "account");
            rest = [];
            return null;
        }

        while (NextWord(ref rest, out var word, out var value))
        {
            if (word == "CHGS" && ReadCharges(value, currency) is { } amount && charges is null)
                charges = amount;
            else
                detail.AddOther(word, value);
        }

        return charges;
    }

    private static bool NextWord(ref ReadOnlySpan<char> rest, out string word, out ReadOnlySpan<char> value)
    {
        value = [];
        foreach (var known in Words)
        {
            word = known;
            if (rest.Length < 6 || rest[0] != '/' || rest[5] != '/' || !rest[1..5].SequenceEqual(known))
                continue;
            var behind = rest[6..];
            var end = behind.IndexOfAny('/', '\n');
            value = end < 0 ? behind : behind[..end];
            rest = end < 0 ? [] : AfterSlash(behind[end..]);
            return true;
        }

        word = "";
        return false;
    }

    /// <summary>A word may end with a slash of its own, before the slash of the next.</summary>
    private static ReadOnlySpan<char> AfterSlash(ReadOnlySpan<char> rest) =>
        (rest is "/" || rest.StartsWith("//") || rest.StartsWith("/\n") ? rest[1..] : rest).TrimStart('\n');

    private static Money? ReadCharges(ReadOnlySpan<char> value, Currency currency) =>
        value.StartsWith(currency.Code) && AmountText.Read(value[3..], ',', currency, out var amount) == AmountReading.Exact && !amount.IsNegative
            ? amount
            : null;
}
