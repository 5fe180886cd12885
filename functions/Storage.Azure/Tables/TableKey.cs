using System.Globalization;
using System.Text;

namespace Reconciliation.Storage.Azure.Tables;

/// <summary>
/// Any text as a partition or row key, one key for one text.
/// <para>Letters, digits and <c>- _ . : |</c> stay; every other character becomes <c>*</c> with its code in four
/// hexadecimal digits, for the service refuses some of them and proxies change others. A key is at most 1 KiB in UTF-16:
/// what is longer is cut, and ends with the hash of the whole.</para>
/// </summary>
internal static class TableKey
{
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or ':' or '|')
                key.Append(character);
            else
                key.Append(CultureInfo.InvariantCulture, $"*{(int)character:X4}");
        }

        // No escaped character gives two stars in a row, so a cut key is never taken for a whole one.
        return KeyLength.Within(key, text, "**");
    }
}
