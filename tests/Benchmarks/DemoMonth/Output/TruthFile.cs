using System.Collections.Immutable;
using System.Globalization;
using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.Claims;

namespace Reconciliation.Benchmarks.DemoMonth.Output;

/// <summary>
/// The label of every entry, a row an allocation; an entry that settles nothing listed has one row without receivable.
/// Entries are named by file, statement within the file, position within the statement, and detail within a batch, all
/// from 1. Copies of a file bear no label.
/// </summary>
internal static class TruthFile
{
    public static byte[] Write(IEnumerable<MonthFile> files)
    {
        var csv = new Csv(',').Row(
            "file", "statement", "position", "detail", "account", "booking_date", "amount", "currency", "receivable", "instalment", "allocated",
            "discount", "difficulty", "decidable", "alternatives", "why");
        foreach (var file in files.Where(f => f.IsFirst))
        {
            foreach (var entry in Entries(file))
                Rows(csv, file.Name, entry);
        }

        return csv.ToBytes();
    }

    /// <summary>Every payment of a file with its place.</summary>
    public static IEnumerable<LabelledDetail> Entries(MonthFile file)
    {
        for (var statement = 0; statement < file.Statements.Length; statement++)
        {
            var lines = file.Statements[statement].Lines;
            for (var position = 0; position < lines.Length; position++)
            {
                var line = lines[position].Line;
                for (var detail = 0; detail < line.Details.Length; detail++)
                {
                    int? number = line.Details.Length > 1 ? detail + 1 : null;
                    yield return new LabelledDetail(statement + 1, position + 1, number, line, line.Details[detail]);
                }
            }
        }
    }

    private static void Rows(Csv csv, string file, LabelledDetail entry)
    {
        var truth = entry.Detail.Truth;
        ImmutableArray<string> place =
        [
            file, Text(entry.Statement), Text(entry.Position), Text(entry.Number), entry.Line.Account.Iban.Value,
            entry.Line.Booked.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            entry.Detail.Amount.ToDecimalString(), entry.Detail.Amount.Currency.Code,
        ];
        ImmutableArray<string> label =
        [
            truth.Difficulty.Label(), truth.IsDecidable ? "yes" : "no", string.Join('|', truth.Alternatives.Select(c => c.Number)), truth.Why,
        ];
        if (truth.Allocations.IsEmpty)
            csv.Row([.. place, "", "", "", "", .. label]);
        foreach (var part in truth.Allocations)
        {
            var discount = part.Discount.IsZero ? "" : part.Discount.ToDecimalString();
            csv.Row([.. place, part.Claim.Number, Text(part.Instalment), part.Amount.ToDecimalString(), discount, .. label]);
        }
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A payment with its place in a file.</summary>
internal readonly record struct LabelledDetail(int Statement, int Position, int? Number, BankLine Line, LineDetail Detail);
