using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Reconciliation.Domain;

/// <summary>
/// An international bank account number (ISO 13616) whose length for its country and check digits are right; keys inside
/// the national part, such as the clé RIB, are not examined.
/// <c>default</c> is the empty text and stands for no account.
/// </summary>
public readonly record struct Iban
{
    private const int Shortest = 15;
    private const int Longest = 34;
    private const int LongestWritten = 64;
    private const int Letters = 26;

    // IBAN registry: total length by country.
    private static readonly ImmutableArray<byte> Lengths = ByCountry(
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 " +
        "ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 " +
        "LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 " +
        "PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30");

    private readonly string? _value;

    private Iban(string value) => _value = value;

    /// <summary>The electronic form: capitals and digits without blanks.</summary>
    public string Value => _value ?? "";

    /// <summary>The two-letter country code.</summary>
    public string Country => Value.Length >= 2 ? Value[..2] : "";

    /// <summary>Reads an IBAN; blanks are ignored, letter case does not matter. False where length or check digits are wrong.</summary>
    public static bool TryParse(string? text, out Iban iban) => TryParse(text.AsSpan(), out iban);

    /// <summary>As <see cref="TryParse(string?, out Iban)"/>, of a part of a text.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Iban iban)
    {
        iban = default;
        if (text.Length is < Shortest or > LongestWritten)
            return false;
        Span<char> compact = stackalloc char[Longest];
        var length = 0;
        foreach (var character in text)
        {
            if (char.IsAsciiLetterOrDigit(character) && length < Longest)
                compact[length++] = char.IsAsciiLetterLower(character) ? (char)(character - 'a' + 'A') : character;
            else if (!char.IsWhiteSpace(character))
                return false;
        }

        compact = compact[..length];
        if (length < Shortest || LengthIn(compact) != length || !Mod97.IsRight(compact))
            return false;
        iban = new Iban(new string(compact));
        return true;
    }

    /// <summary>An IBAN known to be right; throws <see cref="ArgumentException"/> otherwise.</summary>
    public static Iban Parse(string text) =>
        TryParse(text, out var iban) ? iban : throw new ArgumentException($"'{text}' is not an IBAN.", nameof(text));

    /// <summary>
    /// The French IBAN of a RIB (relevé d'identité bancaire) without its key: bank and guichet of five digits, account of
    /// eleven characters. The clé RIB is 97 - ((89 bank + 15 guichet + 3 account) mod 97), letters counting A, J = 1 to
    /// I, R, Z = 9. False where a part has another shape. An account in Monaco has the same RIB behind MC; the RIB does
    /// not tell.
    /// </summary>
    public static bool TryFromRib(string bank, string guichet, string account, out Iban iban)
    {
        iban = default;
        if (!Digits(bank, 5, out var bankNumber) || !Digits(guichet, 5, out var guichetNumber))
            return false;
        if (account.Length != 11 || !account.All(char.IsAsciiLetterOrDigit) || !Digits(string.Concat(account.Select(RibDigit)), 11, out var accountNumber))
            return false;
        var key = 97 - (((89 * bankNumber) + (15 * guichetNumber) + (3 * accountNumber)) % 97);
        var bban = $"{bank}{guichet}{account.ToUpperInvariant()}{key:00}";
        var check = 98 - Mod97.RemainderRotated("FR00" + bban);
        return TryParse($"FR{check:00}{bban}", out iban);
    }

    /// <summary>The printed form, in groups of four.</summary>
    public override string ToString() => string.Join(' ', Value.Chunk(4).Select(group => new string(group)));

    private static ImmutableArray<byte> ByCountry(string registry)
    {
        var lengths = new byte[Letters * Letters];
        foreach (var country in registry.Split(' '))
            lengths[Place(country)] = byte.Parse(country.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture);
        return ImmutableCollectionsMarshal.AsImmutableArray(lengths);
    }

    private static int LengthIn(ReadOnlySpan<char> compact) =>
        char.IsAsciiLetterUpper(compact[0]) && char.IsAsciiLetterUpper(compact[1]) ? Lengths[Place(compact)] : 0;

    private static int Place(ReadOnlySpan<char> country) => ((country[0] - 'A') * Letters) + (country[1] - 'A');

    private static bool Digits(string text, int length, out long number)
    {
        number = 0;
        return text.Length == length && text.All(char.IsAsciiDigit) &&
            long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number);
    }

    private static char RibDigit(char character) => char.ToUpperInvariant(character) switch
    {
        >= '0' and <= '9' => character,
        >= 'A' and <= 'I' and var c => (char)('1' + (c - 'A')),
        >= 'J' and <= 'R' and var c => (char)('1' + (c - 'J')),
        >= 'S' and <= 'Z' and var c => (char)('2' + (c - 'S')),
        _ => ' ',
    };
}
