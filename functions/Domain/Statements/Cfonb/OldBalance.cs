using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Cfonb;

/// <summary>
/// A record 01 that waits for the next record: where it has no currency, the statement's is that of its first movement.
/// </summary>
internal sealed class OldBalance
{
    private readonly char[] _text = new char[Record.Length];
    private readonly int _line;

    /// <summary>Keeps a copy of the record.</summary>
    public OldBalance(Record record)
    {
        record.Text.CopyTo(_text);
        _line = record.Line;
    }

    /// <summary>The record.</summary>
    public Record Record => new(_text, _line);

    /// <summary>The head of the statement.</summary>
    /// <param name="nextCurrency">The currency of the record after it; blank for none.</param>
    /// <param name="parts">Where findings go.</param>
    public StatementOpened Open(ReadOnlySpan<char> nextCurrency, PartBuffer parts)
    {
        var currency = CurrencyOf(nextCurrency, parts);
        var date = ShortDate.OfDayMonthYear(Record.Date);
        if (!date.Exists)
            parts.Add(DiagnosticRules.DateInvalid.At("The balance's date is not in the calendar.", _line, "35-40", Record.Date.ToString()));
        var amount = SignedAmount.Read(Record, currency, parts);
        return new StatementOpened
        {
            Format = StatementFormat.Cfonb120,
            Kind = StatementKind.EndOfDay,
            Account = AccountOf(Record),
            Currency = currency,
            Opening = amount is { } opening ? new Balance(opening, date.Day) : null,
            Line = _line,
        };
    }

    private Currency CurrencyOf(ReadOnlySpan<char> nextCurrency, PartBuffer parts)
    {
        var written = Record.Currency;
        if (written.IsWhiteSpace())
        {
            written = nextCurrency.IsWhiteSpace() ? "EUR" : nextCurrency;
            parts.Tolerate($"A balance has no currency; {written} was taken.", _line, "17-19");
        }

        if (!Currency.TryOf(written.ToString(), out var currency))
            parts.Add(DiagnosticRules.CurrencyUnknown.At("The currency is not one of ISO 4217; amounts are shown without decimals.", _line, "17-19", written.ToString()));
        return currency;
    }

    private static BankAccountId AccountOf(Record record) =>
        Iban.TryFromRib(record.Bank.ToString(), record.Guichet.ToString(), record.Account.ToString(), out var iban)
            ? BankAccountId.Of(iban)
            : BankAccountId.FromText($"{record.Bank}{record.Guichet}{record.Account}");
}
