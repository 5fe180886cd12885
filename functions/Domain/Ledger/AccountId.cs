namespace Reconciliation.Domain.Ledger;

/// <summary>The key of a debtor account (dossier): one creditor, one debtor, one currency.</summary>
/// <param name="Creditor">The creditor's key.</param>
/// <param name="Debtor">The debtor's key at the creditor.</param>
/// <param name="Currency">The only currency of the account.</param>
public readonly record struct AccountId(string Creditor, string Debtor, Currency Currency) : IComparable<AccountId>
{
    /// <summary>The key as one text, <c>creditor|debtor|EUR</c>; bars and backslashes inside a key are escaped by a backslash.</summary>
    public override string ToString() => $"{Escape(Creditor)}|{Escape(Debtor)}|{Currency.Code}";

    /// <summary>Reads what <see cref="ToString"/> wrote; throws <see cref="FormatException"/> for anything else.</summary>
    public static AccountId Parse(string text)
    {
        var parts = new List<string> { "" };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
                parts[^1] += text[++i];
            else if (text[i] == '|')
                parts.Add("");
            else
                parts[^1] += text[i];
        }

        return parts.Count == 3 && Currency.TryOf(parts[2], out var currency)
            ? new AccountId(parts[0], parts[1], currency)
            : throw new FormatException($"'{text}' is not an account key.");
    }

    /// <summary>Orders by creditor, debtor and currency, character by character.</summary>
    public int CompareTo(AccountId other) =>
        string.CompareOrdinal(Creditor, other.Creditor) is not 0 and var byCreditor ? byCreditor
        : string.CompareOrdinal(Debtor, other.Debtor) is not 0 and var byDebtor ? byDebtor
        : string.CompareOrdinal(Currency.Code, other.Currency.Code);

    /// <summary>Compares.</summary>
    public static bool operator <(AccountId left, AccountId right) => left.CompareTo(right) < 0;

    /// <summary>Compares.</summary>
    public static bool operator >(AccountId left, AccountId right) => left.CompareTo(right) > 0;

    /// <summary>Compares.</summary>
    public static bool operator <=(AccountId left, AccountId right) => left.CompareTo(right) <= 0;

    /// <summary>Compares.</summary>
    public static bool operator >=(AccountId left, AccountId right) => left.CompareTo(right) >= 0;

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
}
