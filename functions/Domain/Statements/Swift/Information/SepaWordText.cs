using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Swift.Information;

/// <summary>
/// The SEPA words in the purpose of a German text (DK, Anlage 3): <c>EREF+</c>, <c>MREF+</c>, <c>SVWZ+</c> and their kin.
/// A word stands at the start of a piece or after a blank, and only once: a second one is text.
/// </summary>
internal static class SepaWordText
{
    private const int LongestReference = 35;

    /// <summary>A text without subfields has the words nevertheless.</summary>
    public static bool Recognises(ReadOnlySpan<char> text) =>
        text.Contains("SVWZ+", StringComparison.Ordinal) || text.Contains("EREF+", StringComparison.Ordinal);

    /// <summary>Puts the words' values into the detail, and the text before the first word as remittance.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <param name="counterpartyPays">The counterparty is the debtor.</param>
    /// <param name="detail">Where the values go.</param>
    public static void Read(JoinedText purpose, bool counterpartyPays, DetailDraft detail)
    {
        var text = purpose.Text;
        var seen = 0;
        var at = NextWord(purpose, 0, ref seen, out var word);
        purpose.AddLines(0, at, detail);
        while (at < text.Length)
        {
            var value = at + word.Length + 1;
            var current = word;
            at = NextWord(purpose, value, ref seen, out word);
            var end = current is "EREF" or "KREF" or "MREF" ? EndOfReference(purpose, value, at) : at;
            if (current is "SVWZ")
                purpose.AddLines(value, at, detail);
            else
                Take(current, text[value..end], counterpartyPays, detail);
            detail.AddRemittance(text[end..at]);
        }
    }

    /// <summary>References have 35 characters at most: a piece that goes beyond them is text without a word of its own.</summary>
    private static int EndOfReference(JoinedText purpose, int from, int to)
    {
        if (purpose.Text[from..to].Trim().Length <= LongestReference)
            return to;
        var end = to;
        foreach (var start in purpose.Starts)
        {
            if (start > from && start < to && start - from <= LongestReference)
                end = start;
        }

        return end;
    }

    private static void Take(string word, ReadOnlySpan<char> value, bool counterpartyPays, DetailDraft detail)
    {
        switch (word)
        {
            case "EREF":
                detail.Set(DetailField.EndToEndId, value, word);
                break;
            case "KREF":
                detail.Set(DetailField.PaymentInformationId, value, word);
                break;
            case "MREF":
                detail.Set(DetailField.MandateId, value, word);
                break;
            case "BREF":
                detail.Set(DetailField.BankReference, value, word);
                break;
            case "ABWA" when counterpartyPays:
            case "ABWE" when !counterpartyPays:
                detail.Set(DetailField.UltimateName, value, word);
                break;
            case "CRED" when !counterpartyPays:
            case "DEBT" when counterpartyPays:
                detail.Set(DetailField.CounterpartyId, value, word);
                break;
            case "IBAN":
                detail.SetAccount(value, word);
                break;
            case "BIC":
                detail.Set(DetailField.CounterpartyBank, value, word);
                break;
            case "PURP":
                detail.Set(DetailField.Purpose, value, word);
                break;
            default:
                detail.AddOther(word, value);
                break;
        }
    }

    /// <summary>Where the next word begins that was not <paramref name="seen"/>; the length of the text where there is none.</summary>
    private static int NextWord(JoinedText purpose, int from, ref int seen, out string word)
    {
        var text = purpose.Text;
        for (var plus = IndexOf(text, '+', from); plus < text.Length; plus = IndexOf(text, '+', plus + 1))
        {
            var bit = WordBefore(text[from..plus], out word);
            var at = plus - word.Length;
            if (bit == 0 || (seen & bit) != 0 || !IsStart(text, at, purpose.Starts))
                continue;
            seen |= bit;
            return at;
        }

        word = "";
        return text.Length;
    }

    /// <summary>The word that stands at the end of a text, with its bit; 0 for none.</summary>
    private static int WordBefore(ReadOnlySpan<char> text, out string word)
    {
        var end = text.Length < 4 ? text : text[^4..];
        (var bit, word) = end switch
        {
            "EREF" => (1 << 0, "EREF"),
            "KREF" => (1 << 1, "KREF"),
            "MREF" => (1 << 2, "MREF"),
            "CRED" => (1 << 3, "CRED"),
            "DEBT" => (1 << 4, "DEBT"),
            "COAM" => (1 << 5, "COAM"),
            "OAMT" => (1 << 6, "OAMT"),
            "SVWZ" => (1 << 7, "SVWZ"),
            "ABWA" => (1 << 8, "ABWA"),
            "ABWE" => (1 << 9, "ABWE"),
            "IBAN" => (1 << 10, "IBAN"),
            "BREF" => (1 << 11, "BREF"),
            "RREF" => (1 << 12, "RREF"),
            "PURP" => (1 << 13, "PURP"),
            _ => end.EndsWith("BIC") ? (1 << 14, "BIC") : (0, ""),
        };
        return bit;
    }

    private static bool IsStart(ReadOnlySpan<char> text, int at, ReadOnlySpan<int> starts) =>
        at == 0 || text[at - 1] == ' ' || starts.BinarySearch(at) >= 0;

    private static int IndexOf(ReadOnlySpan<char> text, char character, int from)
    {
        var at = text[from..].IndexOf(character);
        return at < 0 ? text.Length : from + at;
    }
}
