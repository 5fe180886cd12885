namespace Reconciliation.Domain;

/// <summary>
/// The right check digits of an account whose own are wrong: those of an IBAN (ISO 13616, mod 97-10) and the clé RIB of
/// a French or Monegasque account.
/// </summary>
public static class AccountCheckDigits
{
    private const int ShortestIban = 15;
    private const int LongestIban = 34;
    private const int RibLength = 23;
    private const int RibIbanLength = 27;

    /// <summary>
    /// True where <paramref name="account"/>, capitals and digits without blanks, has the shape of an IBAN (the country's
    /// length included) and other check digits than it should; <paramref name="right"/> is it with the right ones.
    /// </summary>
    public static bool TryCorrectIban(string account, out Iban right)
    {
        right = default;
        if (account.Length is < ShortestIban or > LongestIban || !char.IsAsciiDigit(account[2]) || !char.IsAsciiDigit(account[3]))
            return false;
        var remainder = Mod97.RemainderRotated($"{account[..2]}00{account[4..]}");
        return remainder >= 0
            && Iban.TryParse($"{account[..2]}{98 - remainder:00}{account[4..]}", out right)
            && right.Value != account;
    }

    /// <summary>
    /// True where <paramref name="account"/>, capitals and digits without blanks, is an IBAN of France or Monaco, or a RIB
    /// of 23 characters (bank, guichet, account, key), whose clé RIB is not <paramref name="key"/>, the right one.
    /// </summary>
    public static bool TryCorrectRibKey(string account, out string key)
    {
        key = "";
        var rib = account switch
        {
            { Length: RibIbanLength } when account.StartsWith("FR", StringComparison.Ordinal) || account.StartsWith("MC", StringComparison.Ordinal) => account[4..],
            { Length: RibLength } => account,
            _ => null,
        };
        if (rib is null || !char.IsAsciiDigit(rib[^2]) || !char.IsAsciiDigit(rib[^1]))
            return false;
        if (!Iban.TryFromRib(rib[..5], rib[5..10], rib[10..21], out var right))
            return false;
        key = right.Value[^2..];
        return !rib.EndsWith(key, StringComparison.Ordinal);
    }
}
