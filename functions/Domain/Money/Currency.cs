using System.Collections.Frozen;

namespace Reconciliation.Domain;

/// <summary>
/// A currency of ISO 4217 with its minor-unit exponent. <c>default</c> is <c>XXX</c>, the standard's code for
/// "no currency", with exponent 0.
/// </summary>
public readonly record struct Currency
{
    private static readonly FrozenDictionary<string, Currency> Known = Build();

    private readonly string? _code;

    private Currency(string code, int exponent)
    {
        _code = code;
        Exponent = exponent;
    }

    /// <summary>The alphabetic code, three capital letters.</summary>
    public string Code => _code ?? "XXX";

    /// <summary>How many decimal digits the minor unit has: JPY 0, EUR 2, BHD 3.</summary>
    public int Exponent { get; }

    /// <summary>The euro.</summary>
    public static Currency Eur { get; } = Of("EUR");

    /// <summary>Finds a currency by its alphabetic code, in any letter case; false where ISO 4217 has none such.</summary>
    public static bool TryOf(string? code, out Currency currency)
    {
        currency = default;
        return code is { Length: 3 } && Known.TryGetValue(code.ToUpperInvariant(), out currency);
    }

    /// <summary>The currency of a code that is known to be right; throws <see cref="ArgumentException"/> otherwise.</summary>
    public static Currency Of(string code) =>
        TryOf(code, out var currency)
            ? currency
            : throw new ArgumentException($"'{code}' is not an ISO 4217 currency code.", nameof(code));

    /// <inheritdoc/>
    public override string ToString() => Code;

    private static FrozenDictionary<string, Currency> Build()
    {
        // ISO 4217 list one, active codes, grouped by exponent; then what the euro replaced (list three), which archives hold.
        const string none = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF BEF ESP GRD ITL LUF PTE";
        const string three = "BHD IQD JOD KWD LYD OMR TND";
        const string four = "CLF UYW";
        const string two =
            "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF " +
            "CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD " +
            "HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT " +
            "MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR " +
            "SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU " +
            "UZS VED VES WST XCD XCG YER ZAR ZMW ZWG HRK ATS DEM FIM FRF IEP NLG";
        return Group(none, 0).Concat(Group(two, 2)).Concat(Group(three, 3)).Concat(Group(four, 4))
            .ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);

        static IEnumerable<Currency> Group(string codes, int exponent) =>
            codes.Split(' ').Select(code => new Currency(code, exponent));
    }
}
