using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Host.Azure.Orchestrations;

/// <summary>
/// The identifier of an account's case: one an account, legal for every backend (1 to 100 characters, none of
/// <c>/ \ # ?</c>, no control character), the same for good.
/// <para>Letters, digits and <c>. _ - |</c> of the account's key stand for themselves, every other byte of its UTF-8 as
/// <c>~</c> and two hexadecimal digits. A key too long for that is <c>~~</c> and its SHA-256.</para>
/// </summary>
public static class CaseId
{
    /// <summary>What the identifiers of all cases begin with.</summary>
    public const string Prefix = "case-";

    private const int MostCharacters = 100;

    /// <summary>The identifier of an account's case.</summary>
    public static string Of(AccountId account)
    {
        var key = account.ToString();
        var escaped = Prefix + string.Concat(Encoding.UTF8.GetBytes(key).Select(Escaped));
        return escaped.Length <= MostCharacters ? escaped : $"{Prefix}~~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";
    }

    private static string Escaped(byte part) =>
        char.IsAsciiLetterOrDigit((char)part) || (char)part is '.' or '_' or '-' or '|'
            ? ((char)part).ToString()
            : string.Create(CultureInfo.InvariantCulture, $"~{part:X2}");
}
