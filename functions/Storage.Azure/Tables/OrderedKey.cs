using System.Globalization;
using System.Text;

namespace Reconciliation.Storage.Azure.Tables;

/// <summary>
/// Any text as a key that sorts as the text does, character by character.
/// <para>ASCII letters and digits stay. What sorts before the digits becomes <c>!</c> with its code in four hexadecimal
/// digits; what lies between digits, capitals and small letters becomes <c>:</c> and <c>[</c>, what follows them <c>{</c>,
/// in the same way. A key too long for the service is cut, and ends with the hash of the whole.</para>
/// </summary>
internal static class OrderedKey
{
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsAsciiLetterOrDigit(character))
                key.Append(character);
            else
                key.Append(CultureInfo.InvariantCulture, $"{Gap(character)}{(int)character:X4}");
        }

        return KeyLength.Within(key, text, "!!");
    }

    private static char Gap(char character) => character switch
    {
        < '0' => '!',
        < 'A' => ':',
        < 'a' => '[',
        _ => '{',
    };
}
