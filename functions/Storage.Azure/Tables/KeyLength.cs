using System.Security.Cryptography;
using System.Text;

namespace Reconciliation.Storage.Azure.Tables;

/// <summary>The service takes keys of 1 KiB in UTF-16: a longer one is cut, and ends with the hash of the whole text.</summary>
internal static class KeyLength
{
    private const int MostCharacters = 500;
    private const int KeptOfLong = 400;

    /// <summary>The key, or what is kept of it; <paramref name="mark"/> is what no whole key holds.</summary>
    public static string Within(StringBuilder key, string text, string mark) => key.Length <= MostCharacters
        ? key.ToString()
        : $"{key.ToString(0, KeptOfLong)}{mark}{Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text)))}";
}
