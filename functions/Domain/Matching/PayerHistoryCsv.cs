using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Matching;

/// <summary>What was read of a history CSV.</summary>
/// <param name="Payers">The payers of all rows without a fault, in the order of the file.</param>
/// <param name="Faults">What was wrong, with the line.</param>
public sealed record PayerHistory(ImmutableArray<KnownPayer> Payers, ImmutableArray<Diagnostic> Faults);

/// <summary>
/// Reads payers that were confirmed earlier: columns <c>date</c>, <c>payer_name</c>, <c>payer_iban</c>, <c>debtor_id</c>
/// by header name in any order, separated by commas or semicolons. A row needs a date (ISO 8601), a debtor, and a name
/// or an account. Never throws for what the text says.
/// </summary>
public static class PayerHistoryCsv
{
    private const int MostRecordBytes = 64 * 1024;

    /// <summary>Reads the whole text; the reader stays open.</summary>
    public static PayerHistory Read(TextReader text)
    {
        var payers = ImmutableArray.CreateBuilder<KnownPayer>();
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        var header = text.ReadLine() ?? "";
        var columns = Columns.Of(header.Split(SeparatorOf(header)), faults);
        using var csv = CsvReader.Create(text, Options(header, faults), leaveOpen: true);
        while (columns is not null && Next(csv, faults) is { } cells)
        {
            var row = new Row(cells, LineOf(csv), columns);
            if (row.Fault() is { } fault)
                faults.Add(fault);
            else
                payers.Add(row.Payer());
        }

        return new PayerHistory(payers.ToImmutable(), faults.ToImmutable());
    }

    private static string[]? Next(CsvReader csv, ImmutableArray<Diagnostic>.Builder faults)
    {
        try
        {
            return csv.Read() ? csv.Current.ToArray() : null;
        }
        catch (CsvFormatException exception)
        {
            // The library's way to say that a record is longer than the bound.
            faults.Add(DiagnosticRules.SyntaxInvalid.At("A quotation mark is not closed.", checked((int)exception.LineNumber) + 1));
            return null;
        }
    }

    private static CsvReaderOptions Options(string header, ImmutableArray<Diagnostic>.Builder faults) => new()
    {
        Separator = SeparatorOf(header),
        HasHeader = false,
        DetectSeparatorHint = false,
        TrackLineNumbers = true,
        TrimWhitespace = true,
        AllowLineBreaksInQuotes = false,
        MaxRecordSize = MostRecordBytes,
        OnMalformedRecord = found => faults.Add(DiagnosticRules.SyntaxInvalid.At(
            "A quotation mark stands where none may stand.", checked((int)found.LineNumber) + 1)),
    };

    private static char SeparatorOf(string header) => header.Contains(';', StringComparison.Ordinal) ? ';' : ',';

    // The header was read before the reader began to count.
    private static int LineOf(CsvReader csv) => checked((int)csv.LineNumber) + 1;

    private sealed record Columns(int Date, int Name, int Account, int Debtor)
    {
        public static Columns? Of(string[] header, ImmutableArray<Diagnostic>.Builder faults)
        {
            var names = header.Select(name => name.Trim('\uFEFF', ' ', '"').ToLowerInvariant()).ToList();
            foreach (var missing in (string[])["date", "debtor_id"])
            {
                if (!names.Contains(missing))
                    faults.Add(DiagnosticRules.FieldMissing.At($"The history has no column {missing}.", 1, missing));
            }

            var columns = new Columns(names.IndexOf("date"), names.IndexOf("payer_name"), names.IndexOf("payer_iban"), names.IndexOf("debtor_id"));
            return columns.Date < 0 || columns.Debtor < 0 ? null : columns;
        }
    }

    private sealed class Row(string[] cells, int line, Columns columns)
    {
        private string Date => Cell(columns.Date);

        private string Name => Cell(columns.Name);

        private string Account => Cell(columns.Account);

        private string Debtor => Cell(columns.Debtor);

        public Diagnostic? Fault()
        {
            if (!TryDate(out _))
                return DiagnosticRules.SyntaxInvalid.At($"'{Date}' is not a date of the form 2026-11-22.", line, "date", Date);
            if (Debtor.Length == 0)
                return DiagnosticRules.FieldMissing.At("The row names no debtor.", line, "debtor_id");
            if (Account.Length > 0 && !Iban.TryParse(Account, out _))
                return DiagnosticRules.SyntaxInvalid.At($"'{Account}' is not an IBAN.", line, "payer_iban", Account);
            return Name.Length == 0 && Account.Length == 0
                ? DiagnosticRules.FieldMissing.At("The row has neither the payer's name nor its IBAN.", line, "payer_name")
                : null;
        }

        public KnownPayer Payer()
        {
            TryDate(out var date);
            return new KnownPayer(date, Name.Length == 0 ? null : Name, Account.Length == 0 ? null : Account, Debtor);
        }

        private bool TryDate(out DateOnly date) =>
            DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

        private string Cell(int column) => column >= 0 && column < cells.Length ? cells[column].Trim() : "";
    }
}
