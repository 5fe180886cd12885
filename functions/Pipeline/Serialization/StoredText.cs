using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Reconciliation.Domain;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Pipeline.Serialization;

/// <summary>
/// Scalars as stored text, for JSON, for keys and for columns. Every reader throws <see cref="FormatException"/> for
/// what its writer never wrote.
/// </summary>
public static class StoredText
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>A day: <c>2026-03-05</c>; earlier days sort first.</summary>
    public static string Of(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads a day.</summary>
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);

    /// <summary>An instant in UTC, to the tick: <c>2026-03-05T08:30:00.0000000Z</c>; earlier instants sort first.</summary>
    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads an instant.</summary>
    public static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>An amount, exact, with as many decimals as its currency has: <c>-12.34 EUR</c>, <c>1200 JPY</c>.</summary>
    public static string Of(Money amount) => amount.ToString();

    /// <summary>Reads an amount; any other notation is refused.</summary>
    public static Money Money(string text)
    {
        var blank = text.LastIndexOf(' ');
        var currency = blank > 0 ? Currency(text[(blank + 1)..]) : throw NotAnAmount(text);
        var figure = text.AsSpan(0, blank);
        if (currency.Exponent > 0)
        {
            var point = figure.Length - 1 - currency.Exponent;
            if (point < 1 || figure[point] != '.')
                throw NotAnAmount(text);
            figure = string.Concat(figure[..point], figure[(point + 1)..]);
        }

        return long.TryParse(figure, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minorUnits)
            ? new Money(minorUnits, currency)
            : throw NotAnAmount(text);
    }

    /// <summary>A member of an enumeration in small letters with hyphens: <c>registered-letter</c>.</summary>
    public static string Of<T>(T member)
        where T : struct, Enum => Words<T>.Of[member];

    /// <summary>Reads a member of an enumeration.</summary>
    public static T Member<T>(string text)
        where T : struct, Enum =>
        Words<T>.Members.TryGetValue(text, out var member) ? member : throw new FormatException($"'{text}' is no {typeof(T).Name}.");

    /// <summary>Reads a currency's code; <c>XXX</c> is no currency.</summary>
    public static Currency Currency(string code) =>
        Domain.Currency.TryOf(code, out var currency) || code == currency.Code
            ? currency
            : throw new FormatException($"'{code}' is not a currency.");

    /// <summary>Reads an IBAN; the empty text is none.</summary>
    public static Iban Iban(string text) =>
        Domain.Iban.TryParse(text, out var iban) || text.Length == 0
            ? iban
            : throw new FormatException($"'{text}' is not an IBAN.");

    /// <summary>Reads a bank account's key; the empty text is none.</summary>
    public static BankAccountId BankAccount(string text)
    {
        var account = text.Length == 0 ? default : BankAccountId.FromText(text);
        return account.Value == text ? account : throw new FormatException($"'{text}' is not the key of a bank account.");
    }

    private static FormatException NotAnAmount(string text) => new($"'{text}' is not an amount.");

    private static class Words<T>
        where T : struct, Enum
    {
        public static FrozenDictionary<T, string> Of { get; } =
            Enum.GetValues<T>().ToFrozenDictionary(member => member, member => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString()));

        public static FrozenDictionary<string, T> Members { get; } = Of.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }
}
