using System.Globalization;
using Reconciliation.Domain.Calendars;

namespace Reconciliation.Domain.Receivables;

/// <summary>
/// The fields of one row, read as what they mean. A field that says something else is reported and read as null, so
/// that a row names all its faults at once.
/// </summary>
internal sealed class CsvLine(int line, IReadOnlyDictionary<string, string> fields, List<RowFault> faults)
{
    /// <summary>The line of the file on which the row starts, from 1.</summary>
    public int Line => line;

    /// <summary>True once anything was found in this row.</summary>
    public bool HasFault { get; private set; }

    /// <summary>A field as text; null where it is empty or has no column.</summary>
    public string? Text(string column) => fields.GetValueOrDefault(column);

    /// <summary>A field as a day.</summary>
    public DateOnly? Date(string column) => Read(column, text => IsoDate.Read(text)
        ?? Refuse<DateOnly>(ImportRules.DateInvalid, column, $"'{text}' is not a day written as 2026-01-31.", text));

    /// <summary>A field as an amount above zero; how many decimals it may have is not judged without a currency.</summary>
    public Money? Amount(string column, Currency? currency) => Read(column, text =>
    {
        var reading = AmountText.Read(text, DecimalMark(text), currency ?? default, out var amount);
        return reading switch
        {
            AmountReading.NotANumber or AmountReading.Empty =>
                Refuse<Money>(ImportRules.AmountInvalid, column, $"'{text}' is not a decimal number.", text),
            AmountReading.TooLarge => Refuse<Money>(ImportRules.AmountInvalid, column, $"'{text}' is larger than any amount.", text),
            AmountReading.Exact when amount.IsZero => NotPositive(column, text),
            AmountReading.Exact or AmountReading.OverPrecise when text.StartsWith('-') => NotPositive(column, text),
            AmountReading.OverPrecise when currency is { } known =>
                Refuse<Money>(ImportRules.AmountOverPrecise, column, $"'{text}' has more decimals than {known}, which has {known.Exponent}.", text),
            AmountReading.Exact or AmountReading.OverPrecise => amount,
        };
    });

    /// <summary>A comma where there is one, else the point: no other mark may stand in a figure.</summary>
    public static char DecimalMark(string figure) => figure.Contains(',', StringComparison.Ordinal) ? ',' : '.';

    /// <summary>A field as a currency.</summary>
    public Currency? Currency(string column) => Read(column, text => Domain.Currency.TryOf(text, out var currency)
        ? currency
        : Refuse<Currency>(ImportRules.CurrencyUnknown, column, $"'{text}' is not a currency code of ISO 4217.", text));

    /// <summary>A field as per cent a year.</summary>
    public AnnualRate? Rate(string column) => Read(column, text =>
    {
        var point = text.Replace(',', '.');
        return decimal.TryParse(point, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var perCent) && perCent <= 100
            ? new AnnualRate(perCent)
            : Refuse<AnnualRate>(ImportRules.RateInvalid, column, $"'{text}' is not a rate from 0 to 100 per cent.", text);
    });

    /// <summary>A field as a count from 1.</summary>
    public int? Ordinal(string column) => Read(column, text =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
            ? number
            : Refuse<int>(ImportRules.SequenceInvalid, column, $"'{text}' is not a whole number from 1.", text));

    /// <summary>A field as one of a list of words.</summary>
    public T? OneOf<T>(string column, IReadOnlyDictionary<string, T> words)
        where T : struct => Read(column, text => words.TryGetValue(text.ToLowerInvariant(), out var value)
            ? value
            : Refuse<T>(ImportRules.ValueUnknown, column, $"'{text}' is not one of {string.Join(", ", words.Keys.Order(StringComparer.Ordinal))}.", text));

    /// <summary>A field as a code of two letters; null where it is empty.</summary>
    public string? TwoLetters(string column, string what)
    {
        if (Text(column) is not { } text || (text.Length == 2 && text.All(char.IsAsciiLetter)))
            return Text(column);
        Report(ImportRules.ValueUnknown, column, $"'{text}' is not {what} of two letters.", text);
        return null;
    }

    /// <summary>A finding in this row.</summary>
    public void Report(ImportRule rule, string? column, string message, string? value = null)
    {
        HasFault = true;
        faults.Add(rule.At(line, column, message, value));
    }

    private T? Read<T>(string column, Func<string, T?> read)
        where T : struct => Text(column) is { } text ? read(text) : null;

    private Money? NotPositive(string column, string text) =>
        Refuse<Money>(ImportRules.AmountNotPositive, column, $"'{text}' is not above zero.", text);

    private T? Refuse<T>(ImportRule rule, string column, string message, string value)
        where T : struct
    {
        Report(rule, column, message, value);
        return null;
    }
}
