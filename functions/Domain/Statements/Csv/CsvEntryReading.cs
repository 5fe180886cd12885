using System.Collections.Immutable;
using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>Turns rows into entries.</summary>
/// <param name="layout">Where the columns are.</param>
/// <param name="account">The account that the file names as a whole; empty for none.</param>
/// <param name="currency">The currency that the file has as a whole; null where each row must state its own.</param>
internal sealed class CsvEntryReading(CsvLayout layout, BankAccountId account, Currency? currency)
{
    private const int MostAccounts = 4096;

    private readonly CsvColumns _columns = layout.Profile.Columns;
    private readonly CsvPlaces _places = layout.Places;
    private readonly SharedTexts _texts = new();
    private readonly Dictionary<string, string> _accounts = new(StringComparer.Ordinal);
    private string _holderText = "";
    private BankAccountId _holder;
    private string _currencyText = "";
    private Currency _currency;
    private readonly CsvFigures _figures = new(layout);
    private readonly CsvRowKinds _kinds = new(layout);

    /// <summary>
    /// The entry of a row, with its place among those that the statements have; null where it cannot be read, which is a
    /// finding. Findings are added.
    /// </summary>
    public CsvEntry? Read(CsvRow row, CsvStatements statements, List<Diagnostic> findings)
    {
        if (Shape(row) is { } shape)
        {
            findings.Add(shape);
            return null;
        }

        if (BookingDay(row, findings) is not { } day || CurrencyOf(row, findings) is not { } own)
            return null;
        if (_figures.Amount(row, own, findings) is not { } amount)
            return null;
        var holder = Holder(row);
        var entry = new StatementEntry
        {
            Position = statements.PlaceOf(holder, own),
            Line = row.Line,
            Amount = amount,
            BookingDate = new BookingDate(day),
            ValueDate = ValueDay(row, findings) is { } valueDay ? new ValueDate(valueDay) : null,
            Status = _kinds.IsPending(row) ? EntryStatus.Pending : EntryStatus.Booked,
            BankReference = Filled(row, _places.Reference),
            Code = new BankTransactionCode(null, Shared(row, _places.Type), null),
            Details = [Detail(row)],
        };
        return new CsvEntry(entry, holder, _figures.Balance(row, own, findings), row.Line);
    }

    private BankAccountId Holder(CsvRow row)
    {
        if (Shared(row, _places.Account) is not { } written)
            return account;
        if (written != _holderText)
            (_holderText, _holder) = (written, BankAccountId.FromText(written));
        return _holder;
    }

    // A separator inside an unquoted text moves every cell after it; a file cut short ends in half a figure.
    private Diagnostic? Shape(CsvRow row)
    {
        for (var place = layout.Profile.Header.Length; place < row.Count; place++)
        {
            if (row.IsFilled(place))
                return DiagnosticRules.SyntaxInvalid.At(
                    $"The row has {row.Count} cells, the header {layout.Width}: a separator stands in a text.", row.Line, null, row[place]);
        }

        var last = row.Count - 1;
        return row.Count < layout.Width && _places.IsFigure(last)
            ? DiagnosticRules.FileCut.At(
                $"The row ends in {Title(last)}, while the header goes on to {Title(layout.Width - 1)}.", row.Line, Title(last), row[last])
            : null;
    }

    private string Title(int place) => CsvLayout.Title(layout.Profile.Header[place], currency);

    private DateOnly? BookingDay(CsvRow row, List<Diagnostic> findings)
    {
        var place = layout.DatePlaceOf(row);
        if (place >= 0 && layout.TryReadDay(row.Utf8(place), out var day))
            return day;
        var column = layout.Profile.Header[layout.BookingDate[0]];
        findings.Add(place < 0
            ? DiagnosticRules.FieldMissing.At($"The row has no {column}.", row.Line, column)
            : DiagnosticRules.SyntaxInvalid.At(
                $"{column} holds '{row[place]}', which is not a date in {string.Join(" or ", layout.Profile.DateFormats)}; the row is not read.", row.Line, column, row[place]));
        return null;
    }

    private DateOnly? ValueDay(CsvRow row, List<Diagnostic> findings)
    {
        if (!row.IsFilled(_places.ValueDate))
            return null;
        if (layout.TryReadDay(row.Utf8(_places.ValueDate), out var day))
            return day;
        var text = OneLine(row[_places.ValueDate]);
        if (CsvDate.TryRead(text, layout.Profile.DateFormats, out day))
            return day;
        findings.Add(DiagnosticRules.DateInvalid.At(
            $"{_columns.ValueDate} holds '{text}', which is no date; the entry has no value date.", row.Line, _columns.ValueDate, text));
        return null;
    }

    private Currency? CurrencyOf(CsvRow row, List<Diagnostic> findings)
    {
        var text = Shared(row, _places.Currency);
        if (text is null && currency is { } common)
            return common;
        if (text is not null && text == _currencyText)
            return _currency;
        if (Currency.TryOf(text, out var own))
        {
            (_currencyText, _currency) = (text ?? "", own);
            return own;
        }

        findings.Add(DiagnosticRules.CurrencyUnknown.At(text is null ? "The row states no currency." : $"{_columns.Currency} holds '{text}'.", row.Line, _columns.Currency, text));
        return null;
    }

    private TransactionDetail Detail(CsvRow row) => new()
    {
        References = References(row),
        Counterparty = Counterparty(row),
        Remittance = Remittance(row),
        CreditorReferences = Filled(row, _places.CreditorReference) is { } reference ? [reference] : [],
        Other = Other(row),
    };

    private PaymentReferences References(CsvRow row) =>
        row.IsFilled(_places.EndToEndId) || row.IsFilled(_places.MandateId)
            ? new PaymentReferences { EndToEndId = Filled(row, _places.EndToEndId), MandateId = Filled(row, _places.MandateId) }
            : PaymentReferences.None;

    private Party Counterparty(CsvRow row) =>
        row.IsFilled(_places.CounterpartyName) || row.IsFilled(_places.CounterpartyAccount) || row.IsFilled(_places.CounterpartyBank)
            ? new Party { Name = Shared(row, _places.CounterpartyName), Account = CounterpartyAccount(row), Bank = Shared(row, _places.CounterpartyBank) }
            : Party.Unknown;

    private string? CounterpartyAccount(CsvRow row)
    {
        if (Shared(row, _places.CounterpartyAccount) is not { } written)
            return null;
        if (_accounts.TryGetValue(written, out var known))
            return known;
        if (_accounts.Count == MostAccounts)
            _accounts.Clear();
        return _accounts[written] = Iban.TryParse(written, out var iban) ? iban.Value : written;
    }

    private ImmutableArray<string> Remittance(CsvRow row)
    {
        // Almost always one text in one line.
        if (layout.Remittance is [var only] && !row.Utf8(only).ContainsAny((byte)'\r', (byte)'\n'))
            return row.IsFilled(only) ? [row[only]] : [];
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var place in layout.Remittance)
            lines.AddRange(Lines(row[place]));
        return lines.DrainToImmutable();
    }

    private ImmutableArray<string> Other(CsvRow row)
    {
        ImmutableArray<string>.Builder? other = null;
        foreach (var place in layout.Other)
        {
            if (row.IsFilled(place))
                (other ??= ImmutableArray.CreateBuilder<string>()).Add($"{Title(place)}={OneLine(row[place])}");
        }

        return other?.DrainToImmutable() ?? [];
    }

    private static string? Filled(CsvRow row, int place) => row.IsFilled(place) ? OneLine(row[place]) : null;

    private string? Shared(CsvRow row, int place) => row.IsFilled(place) ? OneLine(_texts.Of(row.Utf8(place))) : null;

    private static string OneLine(string text) => text.AsSpan().ContainsAny('\r', '\n') ? string.Join(' ', Lines(text)) : text;

    private static string[] Lines(string text) =>
        text.Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
