using Reconciliation.Domain.Matching;

namespace Reconciliation.Benchmarks.Matching.Rivals;

/// <summary>Texts as the rivals compare them: capitals, accents kept.</summary>
internal static class RivalText
{
    /// <summary>Everything that a payment says in words.</summary>
    public static string Of(Payment payment)
    {
        var detail = payment.Detail;
        var words = detail.Remittance.Concat(detail.ReferredDocuments.Select(document => document.Number))
            .Append(detail.References.EndToEndId).Append(payment.Entry.BankText);
        return string.Join(' ', words.OfType<string>()).ToUpperInvariant();
    }

    /// <summary>Runs of letters and digits.</summary>
    public static IEnumerable<string> Tokens(string text)
    {
        var start = 0;
        for (var end = 0; end <= text.Length; end++)
        {
            if (end < text.Length && char.IsLetterOrDigit(text[end]))
                continue;
            if (end > start)
                yield return text[start..end];
            start = end + 1;
        }
    }

    /// <summary>The longest run, the last of several.</summary>
    public static string LongestToken(string text) => Tokens(text).Reverse().MaxBy(token => token.Length) ?? "";

    public static string Compact(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Whether the first occurrence of a number stands between other characters than letters and digits.</summary>
    public static bool StandsIn(string number, string text)
    {
        var at = text.IndexOf(number, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            && (at + number.Length == text.Length || !char.IsLetterOrDigit(text[at + number.Length]));
    }

    public static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
