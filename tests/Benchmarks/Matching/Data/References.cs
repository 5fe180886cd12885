using System.Globalization;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Domain;

namespace Reconciliation.Benchmarks.Matching.Data;

/// <summary>Structured creditor references with right check digits: ISO 11649, Belgian, Swiss QR.</summary>
internal static class References
{
    private static readonly int[] Carries = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];

    /// <summary>A reference for the invoice of a number, in one of the three notations.</summary>
    public static string Any(DeterministicRandom random, PrintedNumber number)
    {
        var salt = random.Digits(4);
        return random.Below(4) switch
        {
            0 => Belgian(salt, number),
            1 => Swiss(salt, number),
            _ => CreditorReference.ForBody(string.Concat(number.ToString().Where(char.IsAsciiLetterOrDigit)) + salt).ToString(),
        };
    }

    /// <summary>Communication structurée: ten digits and two that check them by 97.</summary>
    private static string Belgian(string salt, PrintedNumber number)
    {
        var body = Tail(salt + number.Bare, 10);
        var rest = long.Parse(body, CultureInfo.InvariantCulture) % 97;
        var all = string.Create(CultureInfo.InvariantCulture, $"{body}{(rest == 0 ? 97 : rest):00}");
        return $"+++{all[..3]}/{all[3..7]}/{all[7..]}+++";
    }

    /// <summary>Twenty-six digits and one that checks them by the recursive modulo 10.</summary>
    private static string Swiss(string salt, PrintedNumber number)
    {
        var body = Tail("2100" + salt + number.Bare.PadLeft(12, '0'), 26);
        var carry = body.Aggregate(0, (carry, digit) => Carries[(carry + digit - '0') % 10]);
        var all = string.Create(CultureInfo.InvariantCulture, $"{body}{(10 - carry) % 10}");
        return $"{all[..2]} {all[2..7]} {all[7..12]} {all[12..17]} {all[17..22]} {all[22..]}";
    }

    private static string Tail(string digits, int length) => digits.PadLeft(length, '0')[^length..];
}
