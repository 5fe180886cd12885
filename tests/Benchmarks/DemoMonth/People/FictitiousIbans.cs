using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Domain;

namespace Reconciliation.Benchmarks.DemoMonth.People;

/// <summary>Makes accounts whose check digits are right, at banks whose codes no bank has.</summary>
internal sealed class FictitiousIbans(DeterministicRandom random)
{
    // Position 8 of these BICs is 0, which marks a code for tests.
    private static readonly string[] BicStems = ["AUBE", "BRUM", "CIGA", "DUNE", "FLOT", "GRIV", "HOUL", "LOIR"];

    /// <summary>An account in a country, with the BIC of its bank.</summary>
    public (Iban Iban, string Bic) In(string country)
    {
        var stem = random.Below(BicStems.Length);
        var iban = country switch
        {
            "FR" => French(stem),
            "DE" => WithCheckDigits("DE", "9990" + random.Digits(4) + random.Digits(10)),
            "BE" => Belgian(),
            "LU" => WithCheckDigits("LU", "999" + random.Digits(13)),
            "GB" => WithCheckDigits("GB", BicStems[stem] + "99" + random.Digits(4) + random.Digits(8)),
            "IE" => WithCheckDigits("IE", BicStems[stem] + "99" + random.Digits(4) + random.Digits(8)),
            _ => throw new ArgumentException($"No accounts are made up for {country}.", nameof(country)),
        };
        return (iban, $"{BicStems[stem]}{country}P0");
    }

    private Iban French(int bank) =>
        Iban.TryFromRib($"9981{bank}", "00" + random.Digits(3), random.Digits(11), out var iban)
            ? iban
            : throw new InvalidOperationException("Bank, guichet and account are digits.");

    private Iban Belgian()
    {
        var body = "999" + random.Digits(7);
        var check = long.Parse(body, System.Globalization.CultureInfo.InvariantCulture) % 97;
        return WithCheckDigits("BE", FormattableString.Invariant($"{body}{(check == 0 ? 97 : check):00}"));
    }

    private static Iban WithCheckDigits(string country, string account)
    {
        for (var check = 2; check <= 98; check++)
        {
            if (Iban.TryParse(FormattableString.Invariant($"{country}{check:00}{account}"), out var iban))
                return iban;
        }

        throw new InvalidOperationException($"{account} is not the shape of an account in {country}.");
    }
}
