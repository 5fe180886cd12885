using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>Turns rows into entries.</summary>
/// <param name="layout">Where the columns are.</param>
/// <param name="account">The account that the file names as a whole; empty for none.</param>
/// <param name="currency">The currency that the file has as a whole; null where each row must state its own.</param>
internal sealed class CsvEntryReading(CsvLayout layout, BankAccountId account, Currency? currency)
{
    private readonly CsvColumns _columns = layout.Profile.Columns;
    private readonly CsvFigures _figures = new(layout);
    private readonly CsvRowKinds _kinds = new(layout);

    /// <summary>The entry of a row; null where it cannot be read, which is a finding. Findings are added.</summary>
    public CsvEntry? Read(CsvRow row, List<Diagnostic> findings)
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
        var entry = new StatementEntry
        {
            Position = 0,
            Line = row.Line,
            Amount = amount,
            BookingDate = new BookingDate(day),
            ValueDate = ValueDay(row, findings) is { } valueDay ? new ValueDate(valueDay) : null,
            Status = _kinds.IsPending(row) ? EntryStatus.Pending : EntryStatus.Booked,
            BankReference = Filled(row, _columns.Reference),
            Code = new BankTransactionCode(null, Filled(row, _columns.Type), null),
            Details = [Detail(row)],
        };
        var holder = Filled(row, _columns.Account) is { } written ? BankAccountId.FromText(written) : account;
        return new CsvEntry(entry, holder, _figures.Balance(row, own, findings), row.Line);
    }

    // A separator inside an unquoted text moves every cell after it; a file cut short ends in half a figure.
    private Diagnostic? Shape(CsvRow row)
    {
        var extra = row.Cells.Skip(layout.Profile.Header.Length).FirstOrDefault(cell => cell.Length > 0);
        if (extra is not null)
            return DiagnosticRules.SyntaxInvalid.At(
                $"The row has {row.Cells.Length} cells, the header {layout.Width}: a separator stands in a text.", row.Line, null, extra);
        var last = row.Cells.Length - 1;
        var isFigure = new[] { _columns.Amount, _columns.Debit, _columns.Credit, _columns.Balance }.Any(c => c is not null && layout.Place(c) == last);
        return row.Cells.Length < layout.Width && isFigure
            ? DiagnosticRules.FileCut.At(
                $"The row ends in {Title(last)}, while the header goes on to {Title(layout.Width - 1)}.", row.Line, Title(last), row.Cells[last])
            : null;
    }

    private string Title(int place) => CsvLayout.Title(layout.Profile.Header[place], currency);

    private DateOnly? BookingDay(CsvRow row, List<Diagnostic> findings)
    {
        var column = layout.Profile.Header[layout.BookingDate[0]];
        var text = layout.BookingDate.Select(place => row[place]).FirstOrDefault(cell => cell.Length > 0);
        if (text is null)
            findings.Add(DiagnosticRules.FieldMissing.At($"The row has no {column}.", row.Line, column));
        else if (CsvDate.TryRead(text, layout.Profile.DateFormats, out var day))
            return day;
        else
            findings.Add(DiagnosticRules.SyntaxInvalid.At(
                $"{column} holds '{text}', which is not a date in {string.Join(" or ", layout.Profile.DateFormats)}; the row is not read.", row.Line, column, text));
        return null;
    }

    private DateOnly? ValueDay(CsvRow row, List<Diagnostic> findings)
    {
        if (Filled(row, _columns.ValueDate) is not { } text)
            return null;
        if (CsvDate.TryRead(text, layout.Profile.DateFormats, out var day))
            return day;
        findings.Add(DiagnosticRules.DateInvalid.At(
            $"{_columns.ValueDate} holds '{text}', which is no date; the entry has no value date.", row.Line, _columns.ValueDate, text));
        return null;
    }

    private Currency? CurrencyOf(CsvRow row, List<Diagnostic> findings)
    {
        var text = Filled(row, _columns.Currency);
        if (text is null && currency is { } common)
            return common;
        if (Currency.TryOf(text, out var own))
            return own;
        findings.Add(DiagnosticRules.CurrencyUnknown.At(text is null ? "The row states no currency." : $"{_columns.Currency} holds '{text}'.", row.Line, _columns.Currency, text));
        return null;
    }

    private TransactionDetail Detail(CsvRow row) => new()
    {
        References = References(row),
        Counterparty = Counterparty(row),
        Remittance = [.. layout.Remittance.SelectMany(place => Lines(row[place]))],
        CreditorReferences = Filled(row, _columns.CreditorReference) is { } reference ? [reference] : [],
        Other = [.. layout.Other.Where(place => row[place].Length > 0).Select(place => $"{Title(place)}={OneLine(row[place])}")],
    };

    private PaymentReferences References(CsvRow row)
    {
        var references = new PaymentReferences { EndToEndId = Filled(row, _columns.EndToEndId), MandateId = Filled(row, _columns.MandateId) };
        return references == PaymentReferences.None ? PaymentReferences.None : references;
    }

    private Party Counterparty(CsvRow row)
    {
        var written = Filled(row, _columns.CounterpartyAccount);
        var party = new Party
        {
            Name = Filled(row, _columns.CounterpartyName),
            Account = Iban.TryParse(written, out var iban) ? iban.Value : written,
            Bank = Filled(row, _columns.CounterpartyBank),
        };
        return party == Party.Unknown ? Party.Unknown : party;
    }

    private string? Filled(CsvRow row, string? column) => row[layout.Place(column)] is { Length: > 0 } text ? OneLine(text) : null;

    private static string OneLine(string text) => text.AsSpan().ContainsAny('\r', '\n') ? string.Join(' ', Lines(text)) : text;

    private static string[] Lines(string text) =>
        text.Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
