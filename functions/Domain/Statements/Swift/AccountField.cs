namespace Reconciliation.Domain.Statements.Swift;

/// <summary>
/// Reads field 25, account identification. Banks write an IBAN, a bank code or BIC and an account split by a slash, and
/// often the currency behind it: <c>12.34.56.789EUR</c>, <c>BIC/IBAN</c>, <c>//AT39364/00000012345/EUR</c>.
/// </summary>
internal static class AccountField
{
    /// <summary>The account, without the currency that may follow it.</summary>
    public static BankAccountId Read(ReadOnlySpan<char> text, out Currency currency)
    {
        var lineEnd = text.IndexOf('\n');
        var account = (lineEnd < 0 ? text : text[..lineEnd]).Trim();
        currency = default;
        if (account.Length > 64)
            account = account[..64];
        if (Iban.TryParse(account, out var whole))
            return BankAccountId.Of(whole);
        account = WithoutCurrency(account, out currency);
        foreach (var part in account.Split('/'))
        {
            if (Iban.TryParse(account[part], out var iban))
                return BankAccountId.Of(iban);
        }

        return BankAccountId.FromText(account.ToString());
    }

    private static ReadOnlySpan<char> WithoutCurrency(ReadOnlySpan<char> account, out Currency currency)
    {
        currency = default;
        var rest = account.Length > 3 ? account[..^3] : [];
        if (rest.IsEmpty || char.IsAsciiLetter(rest[^1]) || !Currency.TryOf(account[^3..].ToString(), out currency))
            return account;
        return rest.TrimEnd(" /.-");
    }
}
